/** Two replica sets and a router, and the rule by which it finds a key's shard. */
export { shardOf } from '#engine/sharded/router.ts'
export { sharded } from '#engine/sharded/sharded.ts'
