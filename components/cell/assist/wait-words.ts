import type { SeenWait, Wait } from '#sandbox/items.ts'
import { grouped } from '#text/numbers.ts'

/** "waited 3 times, 120 ms in all, for B, C". */
export function waitWords({ times, totalMs, all }: SeenWait): string {
  const on = [...new Set(all.flatMap((wait) => wait.on))]
  const often = times === 1 ? 'once' : `${grouped(times)} times`
  const whom =
    on.length === 0 ? '' : `, for ${on.slice(0, 4).join(', ')}${on.length > 4 ? ' and others' : ''}`
  return `waited ${often}, ${grouped(totalMs)} ms${times === 1 ? '' : ' in all'}${whom}`
}

/** One wait in a sentence: who, from when to when, on whom. */
export function oneWait({ node, fromMs, toMs, kind, on }: Wait, place: number, of: number): string {
  const what: Readonly<Record<string, string>> = {
    sleep: 'slept',
    sync: 'waited for its disk',
    until: 'waited for a condition',
  }
  const did = what[kind] ?? `waited for ${on.join(', ')}`
  const range = `from ${grouped(fromMs)} to ${grouped(toMs)} ms`
  return `Wait ${place} of ${of}: ${node} ${did} ${range}.`
}
