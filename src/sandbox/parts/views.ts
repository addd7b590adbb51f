/** What one node could tell of a run: asked for by name. */
export { viewHash, viewOf } from '#engine/checks/view.ts'
