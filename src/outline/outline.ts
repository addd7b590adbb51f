import type { Event, Json, Operation, Run } from '#engine/core/types.ts'
import { baseName, endsOf, isLocal, isMessage, isReply, type MessageEvent } from './address.ts'
import { faceOf, wordFor } from '#engine/face/face.ts'
import { spread } from '#engine/face/value-text.ts'
import { type Group, groupsOf } from './groups.ts'
import { clocksOf, cutsOf, outagesOf } from './outages.ts'
import { answerText, messageText } from './message-text.ts'
import { stateVersions } from './state.ts'
import type { Chatter, OutlinedMessage, OutlinedOperation, RunOutline, Step } from './types.ts'
import { askText } from './entry-text.ts'
import { stepText } from './step-text.ts'

/**
 * A run as a picture needs it. The run must have been recorded with 'trace', or with 'states' so that the outline also
 * has what each node held; `states: false` leaves that out.
 */
export function outlineRun(run: Run, { states = true }: { readonly states?: boolean } = {}): RunOutline {
  const { plan, trace } = run
  const { groups, chatter } = groupsOf(run)
  const endMs = trace.at(-1)?.at ?? 0
  const { messages, keys } = messagesOf(plan.system, groups, trace, endMs)
  const steps = stepsOf(run, groups, keys)
  const error = run.error === undefined ? {} : { error: run.error.message }
  return {
    hash: run.hash(),
    system: plan.system,
    ended: run.ended,
    ...error,
    untilMs: plan.until,
    endMs,
    nodes: plan.nodes.map(({ id, datacentre, absent, clock }) => ({
      id,
      ...(datacentre === undefined ? {} : { datacentre }),
      ...(absent === true ? { absent } : {}),
      ...(clock === undefined ? {} : { clock }),
    })),
    clients: plan.clients.map(({ id, near, clock }) => ({
      id,
      ...(near === undefined ? {} : { near }),
      ...(clock === undefined ? {} : { clock }),
    })),
    steps,
    messages,
    chatter: chatterOf(chatter, steps),
    outages: outagesOf(run),
    cuts: cutsOf(run),
    clocks: clocksOf(run),
    operations: operationsOf(run, trace),
    states: states ? stateVersions(run, steps) : [],
    marks: Object.fromEntries(run.marks),
    counters: run.counters,
  }
}

/** Messages by their first event, and the key of each by the event that it's sent or ends with. */
function messagesOf(system: string, groups: readonly Group[], trace: readonly Event[], endMs: number) {
  const messages: { -readonly [Field in keyof OutlinedMessage]: OutlinedMessage[Field] }[] = []
  const bySend = new Map<number, (typeof messages)[number]>()
  const keys = new Map<number, string>()
  const open = (sent: MessageEvent, key: string) => {
    const { message: address, name, bytes, args, at, index } = sent
    const opened = {
      key,
      address,
      name,
      called: calledText(system, name),
      ...endsOf(sent),
      isReply: isReply(name),
      sentAt: at,
      sentIndex: index,
      endAt: endMs,
      endIndex: -1,
      fate: 'on the way' as OutlinedMessage['fate'],
      bytes,
      says: messageText(system, name, args),
      args: spread(args),
    }
    messages.push(opened)
    return opened
  }
  for (const event of groups.flat()) {
    if (!isMessage(event) || isLocal(event)) continue
    if (event.type === 'send') {
      bySend.set(event.index, open(event, event.message))
      keys.set(event.index, event.message)
      continue
    }
    const sent = trace[event.cause]
    let message = bySend.get(event.cause)
    if (message === undefined || sent === undefined || !isMessage(sent)) continue
    if (message.endIndex >= 0) message = open(sent, `${message.key} again`)
    message.endAt = event.at
    message.endIndex = event.index
    message.fate = event.type === 'lost' ? 'lost' : 'received'
    if (event.why !== undefined) message.why = event.why
    keys.set(event.index, message.key)
  }
  return { messages: messages as readonly OutlinedMessage[], keys }
}

/** "store", "answer to store". */
function calledText(system: string, name: string): string {
  const word = wordFor(faceOf(system).messages, baseName(name))
  return isReply(name) ? `answer to ${word}` : word
}

function stepsOf(
  { plan }: Run,
  groups: readonly Group[],
  keys: ReadonlyMap<number, string>,
): readonly Step[] {
  /** The step that each event belongs to. */
  const stepOf = new Map<number, number>()
  return groups.map((group) => {
    const first = group[0]!
    const index = group.at(-1)!.index
    for (const event of group) stepOf.set(event.index, index)
    const keyed = (types: readonly Event['type'][]) =>
      group.flatMap((event) => (types.includes(event.type) ? (keys.get(event.index) ?? []) : []))
    return {
      index,
      from: first.index,
      at: first.at,
      node: first.node,
      cause: stepOf.get(first.cause) ?? -1,
      type: first.type,
      ...(first.type === 'fault' ? { fault: first.fault } : {}),
      text: stepText(plan, group),
      sends: keyed(['send']),
      ends: keyed(['receive', 'lost']),
      marks: group.flatMap((event) => (event.type === 'mark' ? [event.text] : [])),
    }
  })
}

/** Counts messages sent in the background between each two steps that have something to tell. */
function chatterOf(events: readonly Event[], steps: readonly Step[]): readonly Chatter[] {
  const stretches: { from: number; to: number; messages: number }[] = []
  let next = 0
  for (const event of events) {
    if (event.type !== 'send') continue
    while (next < steps.length && steps[next]!.at <= event.at) next++
    const from = steps[next - 1]?.at ?? 0
    const to = steps[next]?.at ?? Math.max(event.at, from)
    const last = stretches.at(-1)
    if (last?.from === from) {
      last.messages++
      last.to = to
    } else stretches.push({ from, to, messages: 1 })
  }
  return stretches
}

function operationsOf({ history, plan }: Run, trace: readonly Event[]): readonly OutlinedOperation[] {
  const calls = trace.flatMap((event) => (event.type === 'call' ? [event] : []))
  const returns = new Map(
    trace.flatMap((event) => (event.type === 'return' ? [[event.op, event] as const] : [])),
  )
  return calls.map((call) => {
    const { op: id, node: client, at, index } = call
    const end = returns.get(id)
    const record = history.find((operation) => operation.id === id)
    const args: Json = plan.ops.find((op) => op.id === id)?.args ?? null
    const name = record?.do ?? ''
    return {
      id,
      client,
      do: name,
      input: args,
      call: at,
      callIndex: index,
      end: end?.at ?? null,
      endIndex: end?.index ?? null,
      answer: answerOf(record),
      asked: askText(name, args),
      answered: record?.return == null ? 'no answer' : answerText(plan.system, name, record.output),
    }
  })
}

function answerOf(record: Operation | undefined): OutlinedOperation['answer'] {
  if (record?.return == null) return 'unknown'
  const { output } = record
  return typeof output === 'object' && output !== null && 'error' in output ? 'refused' : 'yes'
}
