/** The picture of a ring: asked for by a cell that shows something and has one. */
import '../draw-ring.ts'
