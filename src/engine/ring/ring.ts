import { fetch, join, leave } from './join.ts'
import { repair, validate } from './repair.ts'
import { answerStream, exchange, receive } from './stream.ts'
import { provideUpkeep, type Upkeep } from './system.ts'

export { ring } from './system.ts'

/**
 * The whole ring is what `system.ts` has and this: what a ring does beside reading and writing. A cell that only reads and
 * writes is sent `system.ts` alone.
 */
export const upkeep: Upkeep = (node) => ({
  // What operators ask for.
  repair: (args) => repair(node, args),
  join: () => join(node),
  leave: () => leave(node),

  // What nodes say to each other.
  validate: (request) => validate(node, request),
  exchange: (request) => exchange(node, request),
  stream: (request) => answerStream(node, request),
  fetch: (ranges) => fetch(node, ranges),
  take: (partitions) => receive(node, partitions),
})

provideUpkeep(upkeep)
