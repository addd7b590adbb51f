import type { Event, Run } from '../core/types.ts'

type Sent = Extract<Event, { readonly type: 'send' | 'receive' | 'lost' }>

/** Messages that are sent again and again whether anything has happened or not, by the system that sends them. */
const always: { readonly [system: string]: readonly string[] } = {
  ring: ['gossip', 'gossip answer'],
}

/** Whether the message only says that all is as it was: it is counted, not drawn one by one. */
export function isChatter(run: Run, event: Sent): boolean {
  const name = event.name.endsWith(' reply') ? event.name.slice(0, -' reply'.length) : event.name
  return always[run.plan.system]?.includes(name) ?? false
}
