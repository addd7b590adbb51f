/** The ring's repairs: asked for by the words of a plan. */
import '#engine/ring/repairing.ts'
export { validatorDigest } from '#engine/digest/validator.ts'
export { depthFor } from '#engine/merkle/depth.ts'
