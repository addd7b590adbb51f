import { type Face, type FaceMessage, present } from '../face/face.ts'
import { levelHelp } from '../face/level-help.ts'
import { brief, entriesText, isRecord } from '../face/value-text.ts'
import { roles, setLines } from './state-lines.ts'
import './replica-set.ts'

/** A member asks for what is new and waits; the answer is news when there is something in it. */
function background({ name, isReply, args }: FaceMessage): boolean {
  return name === 'heartbeat' || (name === 'fetch' && (!isReply || isEmptyBatch(args)))
}

function isEmptyBatch(args: unknown): boolean {
  if (!isRecord(args)) return false
  const { found, entries } = args
  return found === 'entries' && Array.isArray(entries) && entries.length === 0
}

function messageText({ name, isReply, args }: FaceMessage): string | undefined {
  // A common point that there is none of.
  if (name === 'common point' && isReply) return isRecord(args) ? `entry ${String(args['index'])}` : 'none'
  if (name === 'common point' && Array.isArray(args))
    return `its last ${entriesText(args.length, 'entry', 'entries')}`
  if (!isRecord(args) || 'error' in args) return undefined
  switch (name) {
    case 'heartbeat':
      return `${isReply ? `${roleText(args['role'])} in ` : ''}term ${String(args['term'])}, primary: ${brief(args['primary'] ?? 'none known')}`
    case 'fetch':
      return isReply ? batchText(args) : `what comes after entry ${entryOf(args['after'])}`
    case 'clone':
      return isReply ? pageText(args['documents']) : `documents from ${brief(args['from'] ?? 'the first')}`
    case 'update position':
      return 'how far each has come'
    case 'request vote':
      if (isReply) return args['aye'] === true ? 'yes' : `no: ${brief(args['reason'])}`
      return `term ${String(args['term'])}${args['dryRun'] === true ? ', a trial' : ''}`
    case 'rollbackFiles':
      return isReply && Array.isArray(args['value']) ? undoneText(args['value']) : undefined
    default:
      return undefined
  }
}

/** What a member undid: "y = mine". */
function undoneText(documents: readonly unknown[]): string {
  const texts = documents.map((one) =>
    isRecord(one) ? `${String(one['key'])} = ${brief(one['value'])}` : brief(one),
  )
  return texts.length === 0 ? 'nothing was undone' : texts.join(', ')
}

function roleText(role: unknown): string {
  return roles[role as keyof typeof roles] ?? 'a member'
}

function entryOf(optime: unknown): string {
  return isRecord(optime) ? String(optime['index']) : 'none'
}

function pageText(documents: unknown): string {
  return Array.isArray(documents) ? entriesText(documents.length, 'document', 'documents') : 'nothing'
}

const whyNoEntries: { readonly [found: string]: string } = {
  behind: 'nothing, because the asker has more',
  diverged: 'nothing, because the histories have diverged',
  'cut off': 'nothing, because it’s no longer in the oplog',
}

/** Entries of an oplog: `row 3 = no nuts`, `4 entries`; or why there are none. */
function batchText({ found, entries }: { readonly [name: string]: unknown }): string | undefined {
  if (!Array.isArray(entries)) return undefined
  if (found !== 'entries') return whyNoEntries[String(found)]
  const [only] = entries as readonly unknown[]
  if (entries.length !== 1 || !isRecord(only)) return entriesText(entries.length, 'entry', 'entries')
  const { op, key, value } = only
  return op === 'set' ? `${String(key)} = ${brief(value)}` : `${String(op)} ${String(key)}`
}

/** The set's face, which each shard of a sharded cluster has too. */
export const setFace: Face = {
  title: 'replica set, after MongoDB',
  background,
  // The steps of the protocol, noted for the machine that checks them, say what is counted beside them.
  marks: {
    'advance commit point': 'commit point advanced',
    append: 'entries fetched',
    'become primary': 'became primary',
    'choose sync source': '',
    'client write': 'the write is in the oplog',
    'learn commit point': 'commit point learned',
    'lose election': 'lost the election',
    'roll back': 'rolled back',
    'run for election': 'ran for election',
    'step down': 'stepped down',
    'take writes': 'took writes',
    'update term': 'term updated',
    vote: 'vote given',
  },
  messageText,
  stateLines: setLines,
  help: {
    operations: {
      write:
        'Write: a client asks the primary, which puts it into its oplog; the secondaries fetch it from there.',
      read: 'Read: a client asks the primary, or a secondary where the plan says so.',
      delete: 'Delete: the document is removed, by an oplog entry like any other.',
      increment: 'Increment: a client asks the primary to add one.',
      freeze: 'Freeze: for the given time, the member doesn’t run for election.',
      stepUp: 'Step up: a secondary asks the others for their votes at once.',
      stepDown: 'Step down: the primary gives up its role, and another is elected.',
      rollbackFiles: 'Rollback files: the member shows what it undid in a rollback.',
      resync: 'Resync: the member throws its data away and copies everything again.',
    },
    levels: levelHelp,
  },
  setUp: { leastNodes: 2, mostNodes: 7, choices: [], options: ({ write, read }) => ({ write, read }) },
}

present('replica-set', setFace)
