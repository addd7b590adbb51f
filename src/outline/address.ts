import type { Event } from '#engine/core/types.ts'

/** An event of a message: it's sent, received or lost. */
export type MessageEvent = Extract<Event, { readonly type: 'send' | 'receive' | 'lost' }>

/** The two ends of a message. */
export interface Ends {
  readonly from: string
  readonly to: string
}

/** Who sent a message to whom, read from its address `A>B write#3`. Names may hold anything but the first ">". */
export function endsOf({ message, name }: Pick<MessageEvent, 'message' | 'name'>): Ends {
  const between = message.lastIndexOf(` ${name}#`)
  const arrow = message.indexOf('>')
  return { from: message.slice(0, arrow), to: message.slice(arrow + 1, between) }
}

const reply = ' reply'

/** Whether the message answers another one; `baseName` is the name of that one. */
export function isReply(name: string): boolean {
  return name.endsWith(reply)
}

/** The name of the message that an answer answers; of any other message its own. */
export function baseName(name: string): string {
  return isReply(name) ? name.slice(0, -reply.length) : name
}

/** Whether an event is about a message. */
export function isMessage(event: Event): event is MessageEvent {
  return event.type === 'send' || event.type === 'receive' || event.type === 'lost'
}

/** A node tells itself something: no message travels. */
export function isLocal(event: MessageEvent): boolean {
  const { from, to } = endsOf(event)
  return from === to
}
