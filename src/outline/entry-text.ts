import type { Clock, Edit, Fault, Json, Op } from '#engine'
import { brief, isRecord, listed } from '#engine/face/value-text.ts'
import { askedText } from './message-text.ts'

/**
 * The one voice in which an entry of a plan is told. As what happens: "the waiter asks A to write row 3 = no nuts",
 * "B crashes". As what's to be done: "write row 3 = no nuts at A", "crash B, disk kept".
 */

/** What a figure of a story calls clients, and how it puts what they ask. Everything else is told in plain words. */
interface Vocabulary {
  readonly client: (id: string) => string
  readonly request: (op: Pick<Op, 'client' | 'do' | 'args' | 'coordinator'>) => string
}

const plainWords: Vocabulary = {
  client: named,
  request: (op) => requestClause(named(op.client), op.coordinator, op.do, op.args),
}

/** An entry as what happens, without a capital and a full stop: "B crashes", "all links heal". */
export function entryText(entry: Op | Fault, words: Vocabulary = plainWords): string {
  return 'client' in entry ? words.request(entry) : faultText(entry, words.client)
}

/** The same as a sentence; of a crash and a pause it says what they mean for the node. */
export function entrySentence(entry: Op | Fault): string {
  const text = entryText(entry)
  if ('client' in entry) return asSentence(`${text}.`)
  if (entry.do === 'crash') return `${text}: its memory is lost, ${ofTheDisk[entry.disk]}.`
  if (entry.do === 'pause') return `${text}: it’s running, but does nothing.`
  return asSentence(`${text}.`)
}

/** "the waiter asks A to write row 3 = no nuts at QUORUM"; without a node where none is named. */
export function requestClause(client: string, node: string | undefined, name: string, args: unknown): string {
  return `${client} asks${node === undefined ? '' : ` ${node}`} ${requestText(name, args)}`
}

const verbs = ['write', 'read', 'delete', 'increment']

/** What comes after "asks A": "to write row 3 = no nuts at QUORUM", "for “repair”". */
function requestText(name: string, args: unknown): string {
  return verbs.includes(name) ? `to ${askText(name, args)}` : `for “${askText(name, args)}”`
}

/** "write row 3 = no nuts at QUORUM", "repair (full: true)". */
export function askText(name: string, args: unknown): string {
  if (isRecord(args) && typeof args['key'] === 'string') return `${name} ${askedText(args)}`
  const text = brief(args)
  return text === '' ? name : `${name} (${text})`
}

const ofTheDisk = {
  keep: 'its disk survives',
  kill: 'only what its process had handed to its files survives',
  'lose-unsynced': 'only what was synced to its disk survives',
  wipe: 'its disk is lost too',
}

function faultText(fault: Fault, called: Vocabulary['client']): string {
  switch (fault.do) {
    case 'crash':
      return `${fault.node} crashes`
    case 'restart':
      return `${fault.node} starts again`
    case 'pause':
      return `${fault.node} is paused`
    case 'resume':
      return `${fault.node} resumes`
    case 'clock':
      return `${called(fault.of)}’s clock is now ${clockText(fault.clock)}`
    case 'cut':
    case 'mend':
      return linkText(fault)
    case 'drop':
      return `the plan drops ${fault.message}`
    case 'hold':
      return `the plan delays ${fault.message}`
    case 'duplicate':
      return `the plan duplicates ${fault.message}`
  }
}

type OfLinks = Pick<Extract<Fault, { do: 'cut' | 'mend' }>, 'do' | 'from' | 'to' | 'oneWay'>

/** Both sides of a link by their names; all nodes where none is named. */
function sidesOf({ from, to }: OfLinks): { readonly one: string; readonly other: string; isAll: boolean } {
  const side = (names: readonly string[]) => (names.length === 0 ? 'all' : listed(names))
  return { one: side(from), other: side(to), isAll: from.length === 0 && to.length === 0 }
}

function linkText(fault: OfLinks): string {
  const { one, other, isAll } = sidesOf(fault)
  const isCut = fault.do === 'cut'
  if (isAll) return isCut ? 'all links are cut' : 'all links heal'
  if (fault.oneWay)
    return isCut
      ? `messages from ${one} no longer reach ${other}`
      : `messages from ${one} reach ${other} again`
  return `the link between ${one} and ${other} ${isCut ? 'is cut' : 'heals'}`
}

/** A fault in the few words that fit beside its line in a drawing: "B crashes", "B and C cut off". */
export function faultLabel(fault: Fault): string {
  if (fault.do === 'cut') return `${listed(fault.from)} cut off`
  if (fault.do === 'mend') return 'links heal'
  return faultText(fault, named)
}

const disks = {
  keep: 'disk kept',
  kill: 'process killed',
  'lose-unsynced': 'unsynced data is lost',
  wipe: 'disk wiped',
} as const

/** An entry as what's to be done: "crash B, disk kept", "write table 3 = no nuts at A, QUORUM". */
export function deedText(entry: Edit | Op | Fault): string {
  if ('client' in entry) return requestDeed(entry)
  switch (entry.do) {
    case 'crash':
      return `crash ${entry.node}, ${disks[entry.disk]}`
    case 'restart':
    case 'pause':
    case 'resume':
      return `${entry.do} ${entry.node}`
    case 'clock':
      return `set ${entry.of}’s clock ${clockText(entry.clock)}`
    case 'cut':
    case 'mend':
      return linkDeed(entry)
    case 'drop':
      return `drop ${entry.message}`
    case 'hold':
      return `delay ${entry.message} by ${entry.byMs ?? 0} ms`
    case 'duplicate':
      return `duplicate ${entry.message}`
  }
}

function linkDeed(fault: OfLinks): string {
  const { one, other, isAll } = sidesOf(fault)
  const verb = fault.do === 'cut' ? 'cut' : 'heal'
  if (isAll) return `${verb} all links`
  if (fault.oneWay) return `${verb} the link from ${one} to ${other}`
  return fault.do === 'cut' ? `cut ${one} from ${other}` : `heal the link between ${one} and ${other}`
}

function requestDeed({ do: what, coordinator, args }: Pick<Op, 'do' | 'coordinator' | 'args'>): string {
  const given: { readonly [name: string]: Json | undefined } = isRecord(args) ? args : {}
  const { key, value, level } = given
  const asked = [what, brief(key), value === undefined ? '' : `= ${brief(value)}`].filter(Boolean).join(' ')
  const at = coordinator === undefined ? '' : ` at ${coordinator}`
  return `${asked}${at}${typeof level === 'string' ? `, ${level}` : ''}`
}

/** "2 s fast", "300 ms slow", "right", "right, gaining 50 ms a minute". */
export function clockText({ offsetMs, driftPpm = 0 }: Clock): string {
  const ms = Math.abs(offsetMs)
  const amount = ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`
  const offset = offsetMs === 0 ? 'right' : `${amount} ${offsetMs > 0 ? 'fast' : 'slow'}`
  if (driftPpm === 0) return offset
  return `${offset}, ${driftPpm > 0 ? 'gaining' : 'losing'} ${Math.abs(driftPpm) * 0.06} ms a minute`
}

/** A client by what it's called: "the waiter", but "c1" and "Ann". */
export function named(client: string): string {
  return /^[a-z]+(?: [a-z]+)*$/.test(client) ? `the ${client}` : client
}

/** A sentence that begins with "the" begins with "The": names of nodes and clients stay as they are. */
export function asSentence(text: string): string {
  return text.replace(/^(?:the|all|messages) /, (word) => word.charAt(0).toUpperCase() + word.slice(1))
}
