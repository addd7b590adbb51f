/** Vector indexes, keyword search, and a few real word vectors. */
export * from '#engine/vectors/index.ts'
