/** The ring's repairs, and nodes that join or leave: asked for by the words of a plan. */
import '#engine/ring/ring.ts'
export { validatorDigest } from '#engine/digest/validator.ts'
export { depthFor } from '#engine/merkle/shape.ts'
