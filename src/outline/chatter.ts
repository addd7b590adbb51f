import type { Event, Run } from '#engine/core/types.ts'
import { baseName, isReply } from './address.ts'

type Sent = Extract<Event, { readonly type: 'send' | 'receive' | 'lost' }>

/** Whether a message of that name and content only says that all is as it was, by the system that sends it. */
const judges: { readonly [system: string]: (name: string, event: Sent) => boolean } = {
  ring: (name) => name === 'gossip' || name === 'gossip answer' || name === 'echo',
  // A member asks for what is new and waits; the answer is news when there is something in it.
  'replica-set': (name, event) =>
    name === 'heartbeat' || (name === 'fetch' && (!isReply(event.name) || isEmptyBatch(event.args))),
  kitchens: (name) => name === 'here I am',
}

/** Whether the message only says that all is as it was: it is counted, not drawn one by one. */
export function isChatter(run: Run, event: Sent): boolean {
  return judges[run.plan.system]?.(baseName(event.name), event) ?? false
}

function isEmptyBatch(args: unknown): boolean {
  const { found, entries } = (args ?? {}) as {
    readonly found?: unknown
    readonly entries?: readonly unknown[]
  }
  return found === 'entries' && entries?.length === 0
}
