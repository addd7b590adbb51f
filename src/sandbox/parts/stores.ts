/** The assistant of lesson 7 and the stores that it is made of beside the two databases. */
export * from '#engine/stores.ts'
