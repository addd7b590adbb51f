/** Any value as the page shows it: plain data, already cut to size, made inside the sandbox by `describe`. */
export type Value =
  /** A string. `left` counts the characters that were not kept. */
  | { readonly kind: 'string'; readonly text: string; readonly left: number }
  /** Whatever one word says: numbers, true, null, functions, getters, what could not be read. */
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

export interface ErrorItem {
  readonly type: 'error'
  /** The class of the error: TypeError, RangeError ... */
  readonly name: string
  readonly message: string
  readonly at?: Place
  /** What to do about it, in our words, where we know. */
  readonly hint?: string
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

/** What the worker of a run says, in this order: started, any of item and value, then done or failed. */
export type WorkerMessage =
  | { readonly type: 'started' }
  | { readonly type: 'item'; readonly item: Item }
  | { readonly type: 'value'; readonly name: string; readonly value: Published }
  | { readonly type: 'done' }
  | { readonly type: 'failed' }
