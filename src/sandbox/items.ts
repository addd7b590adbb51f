/** Any value as the page shows it: plain data, already cut to size, made inside the sandbox by `describe`. */
export type Value =
  /** A string. `left` counts the characters that weren't kept. */
  | { readonly kind: 'string'; readonly text: string; readonly left: number }
  /** Whatever one word says: numbers, true, null, functions, getters, what couldn't be read. */
  | { readonly kind: 'plain'; readonly text: string }
  /** Bytes as hexadecimal, cut; `length` is the true one. */
  | { readonly kind: 'bytes'; readonly hex: string; readonly length: number }
  | { readonly kind: 'list'; readonly name: string; readonly items: readonly Value[]; readonly left: number }
  | {
      readonly kind: 'record'
      readonly name: string
      readonly entries: readonly (readonly [key: string, value: Value])[]
      readonly left: number
    }

/** Plain data, as a picture carries it. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Where in the learner's file something went wrong; lines and columns are counted from 1. */
export interface Place {
  readonly cell: string
  readonly line: number
  readonly column?: number
}

/** An error as a cell shows it. */
export interface ErrorItem {
  readonly type: 'error'
  /** The class of the error: TypeError, RangeError ... */
  readonly name: string
  readonly message: string
  readonly at?: Place
  /** What to do about it, in our words, where we know. */
  readonly hint?: string
  /** The errors inside it, a line each: what caused it, and what it's made of. */
  readonly inner?: readonly string[]
}

/** One piece of what a cell shows, in the order in which it was shown. */
export type Item =
  | {
      readonly type: 'text'
      readonly level: 'log' | 'warn' | 'error'
      readonly parts: readonly Value[]
      /** How many more arguments there were. */
      readonly left?: number
      /** How many groups of console.group it is in. */
      readonly depth?: number
    }
  | {
      readonly type: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly left: number
      /** How many more columns there were. */
      readonly leftColumns?: number
    }
  /** `kind` names the view in the figures' registry that draws `data`. */
  | { readonly type: 'picture'; readonly kind: string; readonly data: Json }
  | ErrorItem
  /** The sandbox speaking: a limit was met. */
  | { readonly type: 'notice'; readonly text: string }

/** What a cell publishes with `value(name, x)` for the prose. */
export type Published = number | string | boolean

/** A name of a cell and what it held last, in words; `times` counts how often it was given a value. */
export interface SeenName {
  readonly cell: string
  /** Where it's declared. */
  readonly line: number
  readonly name: string
  readonly times: number
  readonly text: string
}

/** One wait of a program: in which run of the cell, from when to when in virtual time, which node, and on whom. */
export interface Wait {
  readonly run: number
  readonly fromMs: number
  readonly toMs: number
  readonly node: string
  /** sleep, until, sync, call or quorum. */
  readonly kind: string
  readonly on: readonly string[]
}

/** All waits of one `yield*`; `all` holds the first of them. */
export interface SeenWait {
  readonly cell: string
  readonly line: number
  readonly times: number
  readonly totalMs: number
  readonly all: readonly Wait[]
}

/** What a watched run tells beside its output. */
export interface Seen {
  readonly names: readonly SeenName[]
  readonly waits: readonly SeenWait[]
}

/** How far something long has come: so many seeds tried, plans played or moments rewound to, or entries still left. */
export interface Progress {
  readonly of: 'seeds' | 'plans' | 'moments' | 'entries'
  readonly done: number
  /** How many there are in all; nobody knows it of the entries that will be left. */
  readonly all?: number
}

/**
 * What the worker of a run says, in this order: started, any of item, value and progress, seen if it's watched, then done or
 * failed.
 */
export type WorkerMessage =
  | { readonly type: 'started' }
  | { readonly type: 'item'; readonly item: Item }
  | { readonly type: 'value'; readonly name: string; readonly value: Published }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'seen'; readonly seen: Seen }
  | { readonly type: 'done' }
  | { readonly type: 'failed' }
