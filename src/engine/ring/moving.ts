import './start-anew.ts'
import './upkeep-asked.ts'
import { join } from './join.ts'
import { leave, takeHints } from './leave.ts'
import { replace } from './replace.ts'
import { fetch, receive } from './stream.ts'
import { provideUpkeep } from './system.ts'

/** Nodes that join and leave, are replaced, are stopped, and come back without a disk. */
provideUpkeep((node) => ({
  join: () => join(node),
  leave: (args) => leave(node, args),
  replace: (args) => replace(node, args),
  fetch: (ranges) => fetch(node, ranges),
  take: (load) => void receive(node, load),
  'take hints': (hints) => takeHints(node, hints),
}))
