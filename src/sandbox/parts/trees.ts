/** Hashes, tokens, cells of a table and both trees, and the picture of a tree. */
import '../draw-tree.ts'
export * from '#engine/trees.ts'
