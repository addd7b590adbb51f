/** The picture of an index: asked for by a cell that shows something and has vectors. */
import '../draw-index.ts'
