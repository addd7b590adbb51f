import type { ClientId, Fault, Json, Ms, Op, Operation, Plan } from '#engine/core/types.ts'
import type { WeatherOptions } from '#engine/core/weather.ts'

/** What is attacked: a registered system as its settings make it, or a plan whose own operations and faults stay. */
export type Target = { readonly system: string; readonly settings: Json } | { readonly plan: Plan }

/** What a page asks of a hunt. All of it is plain data, so that it can be posted to a worker. */
export interface HuntRequest {
  readonly target: Target
  /** How rough each seed may get; see the engine's `weather`. Around a plan, only its faults are drawn. */
  readonly weather?: WeatherOptions
  /** This client's clock is set wrong from the start, by up to so much either way: one fault more in each seed. */
  readonly crooked?: { readonly client: ClientId; readonly mostMs: Ms }
  /** The name of a check, as plans name it: "fresh reads", "linearizable" ... */
  readonly check: string
  readonly seeds: number
  /** Try every seed and count those that break; when left out, the hunt stops at the first. */
  readonly all?: boolean
}

/** An operation or a fault of a plan. */
export type Entry = Op | Fault

/** How a hunt goes. `tried` may be left out when several follow each other quickly; the others are all told. */
export type HuntProgress =
  | HuntCount
  /** A plan breaks the check, and is now made smaller. */
  | { readonly type: 'found'; readonly plan: Plan; readonly seed: number }
  /** A smaller plan still breaks it: `struck` was there before. Empty when only a value became plainer. */
  | { readonly type: 'shrank'; readonly plan: Plan; readonly struck: readonly Entry[]; readonly runs: number }

/** What the attacks did up to now. */
export interface HuntCount {
  readonly type: 'tried'
  readonly tried: number
  /** The seeds whose run broke the check, in order. */
  readonly broken: readonly number[]
  /** Operations that clients asked for in all these runs, and those that were refused or never answered. */
  readonly asked: number
  readonly unanswered: number
}

/** How a hunt ended. A failure is a value: `why` is for the reader, in a sentence. */
export type HuntOutcome =
  | { readonly ok: true; readonly count: HuntCount; readonly found?: Winner }
  | { readonly ok: false; readonly reason: 'cancelled' | 'failed'; readonly why: string }

/** The plan that won, as the weather made it and as it was when nothing more could be struck. */
export interface Winner {
  readonly seed: number
  readonly before: Plan
  readonly smallest: Plan
  /** What the clients of the smallest plan asked for and were answered. */
  readonly history: readonly Operation[]
  /** The check's own words on the smallest plan. */
  readonly why: string
}

/** What comes of a search that its reader stopped. */
export const cancelled: HuntOutcome = { ok: false, reason: 'cancelled', why: 'The search was stopped.' }
