import type { Table } from '../core/table.ts'
import type { Json, Ms, Node, NodeId } from '../core/types.ts'
import type { OpTime } from './optime.ts'
import type { ReplicaSetOptions } from './options.ts'

/**
 * One entry of the oplog. It says what the document is afterwards, not what was done to it, so that applying it twice
 * is applying it once. (Replication Internals, "Doing a Write": $inc is rewritten to $set.)
 */
export interface Entry extends OpTime {
  /** 'set': the document has this value now. 'remove': it is gone. 'noop': nothing but a place in the history. */
  readonly op: 'set' | 'remove' | 'noop'
  /** Of the document; for a noop why it was written. */
  readonly key: string
  readonly value?: Json
  /** Which write of which client this is, so that a retried one isn't done twice. */
  readonly statement?: string
  /** When it was written, by the primary's clock. */
  readonly wallMs: Ms
}

/** What the entries up to some place have made. */
export interface Contents {
  readonly documents: Table<string, Json>
  /** The retryable writes that have been done, and where they stand. (config.transactions) */
  readonly statements: Table<string, OpTime>
}

/** What a rollback took out of the documents, kept for people to open: MongoDB's removed.*.bson. */
export interface RollbackFile {
  /** 'removed.12500.bson': when, in milliseconds of this member's clock. */
  readonly name: string
  /** The last entry that both histories have. */
  readonly commonPoint: OpTime
  /** The last entry that was undone. */
  readonly undoneTo: OpTime
  /** The documents as the undone entries had made them; what they had deleted isn't kept. */
  readonly documents: readonly { readonly key: string; readonly value: Json }[]
}

/** What survives a crash as far as it was synced. An arbiter has only the vote. */
export interface Disk {
  /** By index, oldest first; the oldest may have been cut off (a capped collection). */
  readonly oplog: Table<number, Entry>
  /** Of the last entry of the oplog. */
  readonly last: OpTime
  /** The last entry that `contents` knows of; entries after it are written and not yet applied. */
  readonly applied: OpTime
  readonly contents: Contents
  /** As of the commit point: what read concern majority sees, and where a rollback begins. (The stable checkpoint.) */
  readonly stable: { readonly at: OpTime; readonly contents: Contents }
  /** The last vote in an election: at most one a term. (local.replset.election) */
  readonly vote: { readonly term: number; readonly for: NodeId | undefined }
  readonly rollbackFiles: readonly RollbackFile[]
  /** Grows with every rollback. (RBID) */
  readonly rollbackId: number
}

/**
 * What a member is just now. 'startup2': it copies all data from another (initial sync). 'rollback': it undoes entries.
 * 'recovering': too far behind every other member; it waits until a longer oplog turns up, or an operator acts. 'down': it
 * can't roll back, so its process has ended; its data stays as it is until an operator acts.
 */
export type Role = 'primary' | 'secondary' | 'arbiter' | 'startup2' | 'rollback' | 'recovering' | 'down'

/** What a member knows of another, from heartbeats and positions. */
export interface MemberView {
  /** When it was last heard of, by this member's clock; -Infinity for never. */
  readonly heardAtMs: Ms
  readonly role: Role
  /** Written to its oplog, and synced. */
  readonly written: OpTime
  readonly durable: OpTime
  /** When the last entry it had was written, by its primary's clock. */
  readonly lastWallMs: Ms
  readonly syncSource: NodeId | undefined
  /** It was asked to step down, or frozen: it won't run for election just now. */
  readonly frozen?: true | undefined
  /** Smoothed round trip of heartbeats; undefined before the first. */
  readonly pingMs: number | undefined
}

/** What a member knows until it crashes. */
export interface Memory {
  readonly role: Role
  /** Primary, caught up and in the middle of its term: writes are taken. */
  readonly writable: boolean
  /** The latest term it has heard of; on disk, only the vote and the entries tell of it. */
  readonly term: number
  /** The member that it believes to be the primary of this term. */
  readonly primary: NodeId | undefined
  /** Entries up to here are on a majority. May be ahead of this member's own oplog, in the same term. */
  readonly commitPoint: OpTime
  /** Up to here the own oplog is synced. */
  readonly durable: OpTime
  /** Up to here a sync has begun, or was made. */
  readonly flushing: OpTime
  readonly views: { readonly [id: NodeId]: MemberView }
  readonly syncSource: NodeId | undefined
  /** Sources not to be tried again before this moment. */
  readonly denied: { readonly [id: NodeId]: Ms }
  /** When it runs for election if it sees no sign of a primary, by its own clock. */
  readonly electionAtMs: Ms
  /** It runs in an election just now. */
  readonly running: boolean
  /** A takeover is planned for this moment; Infinity for none. */
  readonly takeoverAtMs: Ms
  /** Why the last takeover was planned. */
  readonly takeover?: TakeoverReason
  /** It has caught up and drained in this term: reads for a primary are answered. */
  readonly drained: boolean
  /** Not electable before this moment: it was asked to step down. */
  readonly frozenUntilMs: Ms
  /** It was asked to step down, and waits until another member can take over. */
  readonly steppingDown?: true | undefined
  /** A new primary fetches up to here before it takes writes. */
  readonly catchUpTo: OpTime | undefined
  /** A flush of the journal is due. */
  readonly journalDue: boolean
  /** Heard from its sync source and not passed on: positions of members have changed. */
  readonly reportDue: boolean
  /** When it last told its sync source how far it has come. */
  readonly reportedAtMs: Ms
  /** When it left a source for a nearer one; the oldest first. */
  readonly nearerAtMs: readonly Ms[]
  /** Flow control gives out the next ticket at this moment. */
  readonly ticketAtMs: Ms
}

/** Why a member runs against a primary that is up. */
export type TakeoverReason = 'higher priority' | 'catch-up takeover'

/** A member of the set, as its own code sees it. */
export interface SetNode extends Node {
  readonly options: ReplicaSetOptions
  memory: Memory
  disk: Disk
}

/** Replaces some of a member's memory. */
export function remember(node: SetNode, change: Partial<Memory>): void {
  node.memory = { ...node.memory, ...change }
}

/**
 * A step of the protocol, as the trace says it. They are named after the actions of MongoDB's own specification
 * (RaftMongo.tla) where it has them.
 */
export type ProtocolStep =
  | 'become primary'
  | 'step down'
  | 'append'
  | 'client write'
  | 'roll back'
  | 'update term'
  | 'advance commit point'
  | 'learn commit point'
  | 'vote'
  | 'run for election'
  | 'lose election'
  | 'take writes'
  | 'choose sync source'
  | 'initial sync'
  | 'shut down'

/** Says a step of the protocol in the trace. */
export function say(node: SetNode, step: ProtocolStep, data: { readonly [name: string]: Json }): void {
  node.note(step, data)
}

/** An OpTime as plain JSON. */
export function plain({ term, index }: OpTime): { readonly term: number; readonly index: number } {
  return { term, index }
}
