import type { Event, Fault, Plan } from '#engine/core/types.ts'
import { baseName, endsOf, isLocal, isMessage, isReply, type MessageEvent } from './address.ts'
import { faceOf, wordFor } from '#engine/face/face.ts'
import { entriesText, isRecord, listed } from '#engine/face/value-text.ts'
import { asSentence, entrySentence, named, requestClause } from './entry-text.ts'
import type { Group } from './groups.ts'
import { answerText, messageText } from './message-text.ts'

/** A step in words: what began it, then what followed. */
export function stepText(plan: Plan, group: Group): string {
  const [first, ...rest] = group as readonly [Event, ...Event[]]
  const sentences = [beginning(plan, first, rest), ...consequences(plan, first, rest)]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function beginning(plan: Plan, first: Event, rest: readonly Event[]): string {
  const { node } = first
  switch (first.type) {
    case 'call':
      return callText(plan, first.op, rest)
    case 'receive':
      return receivedText(plan, first, rest)
    case 'lost':
      return lostText(plan, first)
    case 'send':
      return ''
    case 'fault':
      return faultText(
        plan.faults.find(({ id }) => id === first.fault),
        first.fault,
        first.applied,
      )
    case 'timer':
      return isClient(plan, node)
        ? asSentence(`${named(node)} has waited long enough.`)
        : `A timer of ${node} runs out.`
    case 'sync':
      return `What ${node} has written is now safe on its disk.`
    case 'boot':
      return `${node} starts.`
    default:
      return ''
  }
}

function callText(plan: Plan, op: string, rest: readonly Event[]): string {
  const asked = plan.ops.find(({ id }) => id === op)
  const sent = rest.find((event): event is MessageEvent => event.type === 'send')
  const whom = sent === undefined ? undefined : endsOf(sent).to
  if (asked === undefined) return `A client asks${whom === undefined ? '' : ` ${whom}`}.`
  return asSentence(`${requestClause(named(asked.client), whom, asked.do, asked.args)}.`)
}

function receivedText(plan: Plan, event: MessageEvent, rest: readonly Event[]): string {
  const { node, name } = event
  const { from } = endsOf(event)
  const text = messageText(plan.system, name, event.args)
  if (name === 'oracle') return oracleText(node, event.args)
  if (isClient(plan, node))
    return rest.some(({ type }) => type === 'return')
      ? ''
      : `${from}’s answer reaches ${named(node)}, which is no longer waiting.`
  if (isReply(name))
    return `${node} receives ${from}’s answer to “${messageWord(plan, baseName(name))}”${text === '' ? '' : `: ${text}`}.`
  if (from === node)
    return `${node} handles “${messageWord(plan, name)}” itself${text === '' ? '' : `: ${text}`}.`
  return `${node} receives “${messageWord(plan, name)}” from ${isClient(plan, from) ? named(from) : from}${text === '' ? '' : `: ${text}`}.`
}

/** The engine's own word on who can be reached. */
function oracleText(node: string, args: unknown): string {
  const away = isRecord(args) ? Object.keys(args).filter((id) => args[id] === false) : []
  return away.length === 0
    ? `${node} learns that every node can be reached.`
    : `${node} learns that ${listed(away)} can’t be reached.`
}

function faultText(fault: Fault | undefined, id: string, applied: boolean): string {
  if (fault === undefined) return `The fault ${id} strikes.`
  const text = entrySentence(fault)
  if (applied) return text
  return 'message' in fault
    ? `${text.slice(0, -1)}, which never came.`
    : `${text.slice(0, -1)}, which changes nothing.`
}

function consequences(plan: Plan, first: Event, rest: readonly Event[]): readonly string[] {
  const isCall = first.type === 'call'
  const sends = [first, ...rest].filter((event): event is MessageEvent => event.type === 'send')
  const sentences: string[] = []
  for (const sent of sentTogether(plan, isCall ? [] : sends)) sentences.push(sentText(plan, first.node, sent))
  for (const event of rest) {
    if (event.type === 'lost') sentences.push(lostText(plan, event))
    if (event.type === 'return') sentences.push(returnText(plan, first, event.op, event.value))
    if (event.type === 'note' && !isBrief(event.text)) sentences.push(`${event.text.replace(/\.$/, '')}.`)
    if (event.type === 'error') sentences.push(`Error: ${event.text}`)
  }
  const isTold = first.type === 'receive' && first.name === 'oracle'
  const marks = marksText(
    plan,
    isTold ? rest.filter((event) => event.type === 'mark' && !event.text.startsWith('seen ')) : rest,
  )
  return marks === '' ? sentences : [...sentences, marks]
}

/** Messages that say the same to several, as one sentence. */
function sentTogether(plan: Plan, sends: readonly MessageEvent[]): readonly (readonly MessageEvent[])[] {
  const groups = new Map<string, MessageEvent[]>()
  for (const event of sends) {
    if (isLocal(event)) continue
    const key = `${event.name}: ${messageText(plan.system, event.name, event.args)}`
    groups.set(key, [...(groups.get(key) ?? []), event])
  }
  return [...groups.values()]
}

function sentText(plan: Plan, node: string, sent: readonly MessageEvent[]): string {
  const { name, args } = sent[0]!
  const to = listed(sent.map((event) => endsOf(event).to))
  const text = messageText(plan.system, name, args)
  if (isClient(plan, node)) return asSentence(`${named(node)} now asks ${to}.`)
  if (isReply(name)) return `${node} answers ${to}${text === '' ? '' : `: ${text}`}.`
  return `${node} sends “${messageWord(plan, name)}” to ${to}${text === '' ? '' : `: ${text}`}.`
}

const reasons = {
  loss: 'the network dropped it',
  cut: 'the link is cut',
  down: 'the node is down',
  full: 'its queue is full',
  plan: 'the plan dropped it',
}

/** Why a message didn't arrive. */
function whyLost(why: keyof typeof reasons): string {
  return reasons[why]
}

function lostText(plan: Plan, event: MessageEvent): string {
  const { from, to } = endsOf(event)
  const what = isReply(event.name)
    ? `The answer to “${messageWord(plan, baseName(event.name))}”`
    : `The message “${messageWord(plan, event.name)}”`
  return `${what} from ${from} to ${to} is lost: ${whyLost(event.why ?? 'loss')}.`
}

function returnText(plan: Plan, first: Event, id: string, value: unknown): string {
  const { node } = first
  const op = plan.ops.find((asked) => asked.id === id)?.do ?? ''
  if (!isMessage(first))
    return asSentence(
      `${named(node)} gives up: no answer came, so the request may or may not have been carried out.`,
    )
  const { from } = endsOf(first)
  if (isRecord(value) && value['error'] === 'timeout')
    return asSentence(
      `${named(node)} hears from ${from}: ${answerText(plan.system, op, value)}. So the request may or may not have been carried out.`,
    )
  return asSentence(`${named(node)} gets an answer from ${from}: ${answerText(plan.system, op, value)}.`)
}

/** What the programs counted or said in a word: "A notes: a hint is kept, a tree of hashes is built (12 times)." */
function marksText(plan: Plan, rest: readonly Event[]): string {
  const counts = new Map<string, number>()
  let who = ''
  for (const event of rest)
    if (event.type === 'mark' || (event.type === 'note' && isBrief(event.text))) {
      const word = wordFor(faceOf(plan.system).marks, event.text)
      // A note that says what a mark has counted already isn't told again.
      if (word === '' || (event.type === 'note' && counts.has(word))) continue
      counts.set(word, (counts.get(word) ?? 0) + 1)
      who = event.node
    }
  if (counts.size === 0) return ''
  const names = [...counts].map(([name, count]) =>
    count === 1 ? name : `${name} (${entriesText(count, 'time', 'times')})`,
  )
  return `${who} notes: ${names.join(', ')}.`
}

/** Whether a note is a word or two, and no sentence. */
function isBrief(text: string): boolean {
  return /^[a-z][^.]*$/.test(text)
}

/** Whether a name is that of one of the plan's clients. */
export function isClient(plan: Plan, id: string): boolean {
  return plan.clients.some((client) => client.id === id)
}

function messageWord({ system }: Plan, name: string): string {
  return wordFor(faceOf(system).messages, name)
}
