import type { Ms, Plan } from '#engine'
import { counted, listed } from '#figures/quantity.ts'

/** An hour of the run, in milliseconds. */
export const hourMs = 3_600_000

/** A day of the run, in milliseconds. */
export const dayMs = 24 * hourMs

/** Days that the figure shows: the party is on the last one. */
export const dayCount = 15

/** The plan with its repair on another day, at the same hour. */
export function withRepairOn(plan: Plan, day: number): Plan {
  const ops = plan.ops.map((op) => (op.do === 'repair' ? { ...op, at: day * dayMs + (op.at % dayMs) } : op))
  return { ...plan, ops }
}

/** 118800000 -> { day: 1, clock: '09:00' }. */
export function dayAndClock(at: Ms): { readonly day: number; readonly clock: string } {
  const minutes = Math.floor((at % dayMs) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  return { day: Math.floor(at / dayMs), clock: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}

/** "day 1, 09:00". */
export function dayAndClockText(at: Ms): string {
  const { day, clock } = dayAndClock(at)
  return `day ${day}, ${clock}`
}

/** Where a moment stands on the fifteen days, in percent of their width. */
export function percentAt(at: Ms): number {
  return Math.round((at / (dayCount * dayMs)) * 100_000) / 1000
}

/** "days 0 to 4", "day 11": days in a row, told as such. */
export function daysText(days: readonly number[]): string {
  const spans: [from: number, to: number][] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last !== undefined && last[1] === day - 1) last[1] = day
    else spans.push([day, day])
  }
  const texts = spans.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`))
  return `${days.length === 1 ? 'day' : 'days'} ${listed(texts)}`
}

/** "10 days", "3 hours": a round duration in words. */
export function spellMs(ms: Ms): string {
  return ms % dayMs === 0 ? counted(ms / dayMs, 'day') : counted(Math.round(ms / hourMs), 'hour')
}
