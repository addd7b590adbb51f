import type { Json, Run } from '../core/types.ts'
import { readStored, type Stored } from '../checks/stored.ts'
import { storedInSet } from '../replica-set/stored.ts'
import { boxes } from './boxes.ts'

/** What counts as stored is the chat store; the index, the log and the object store are made from it. */
function storedInChat(run: Run): Stored {
  const nodes = run.plan.nodes.filter(({ id }) => (boxes.chat as readonly string[]).includes(id))
  return storedInSet({ ...run, plan: { ...run.plan, nodes, options: {} as Json } })
}

readStored('assistant', storedInChat)
