import { describe } from './describe.ts'
import { inline } from './format.ts'
import type { Seen, SeenName, SeenWait, Wait } from './items.ts'
import { limits } from './limits.ts'
import { currentRun } from './running.ts'

const { isArray } = Array
const toText = String

/** A task's wait as the engine makes it; a generator of the learner's own is none. */
interface Effect {
  readonly kind: string
  readonly to: readonly string[]
  readonly node: { readonly id: string; elapsed(): number }
}

interface Held {
  value: unknown
  times: number
}

/** Told by watched code (watch.ts), and read once when the run is over. */
export function makeWatcher() {
  const getters: (readonly [cell: string, line: number, name: string, get: () => unknown])[] = []
  const held = new Map<
    string,
    Held & { readonly cell: string; readonly line: number; readonly name: string }
  >()
  const waits = new Map<string, { cell: string; line: number; times: number; totalMs: number; all: Wait[] }>()

  function* waiting(cell: string, line: number, effect: Effect): Generator<unknown, unknown, unknown> {
    const run = currentRun()
    const fromMs = effect.node.elapsed()
    const result = yield* effect as unknown as Generator<unknown, unknown, unknown>
    if (run !== undefined) note(cell, line, effect, { run, fromMs, toMs: effect.node.elapsed() })
    return result
  }

  function note(
    cell: string,
    line: number,
    { kind, to, node }: Effect,
    at: { run: number; fromMs: number; toMs: number },
  ) {
    const key = `${cell}:${line}`
    let site = waits.get(key)
    if (site === undefined) waits.set(key, (site = { cell, line, times: 0, totalMs: 0, all: [] }))
    site.times++
    site.totalMs += at.toMs - at.fromMs
    if (site.all.length < limits.waits)
      site.all[site.all.length] = { ...at, node: node.id, kind, on: to.slice(0, 20) }
  }

  return {
    /** Called by the watched code's first line. */
    names(cell: string, list: readonly (readonly [line: number, name: string, get: () => unknown])[]): void {
      for (const [line, name, get] of list) getters[getters.length] = [cell, line, name, get]
    },
    value<Value>(cell: string, line: number, name: string, value: Value): Value {
      const key = `${cell}:${line}:${name}`
      const known = held.get(key)
      if (known !== undefined) {
        known.value = value
        known.times++
      } else if (held.size < limits.seenNames) held.set(key, { cell, line, name, value, times: 1 })
      return value
    },
    wait(cell: string, line: number, task: unknown): unknown {
      const { kind, node, to } = (task ?? {}) as Partial<Effect>
      return typeof kind === 'string' && typeof node?.elapsed === 'function' && isArray(to)
        ? waiting(cell, line, task as Effect)
        : task
    },
    /** All of it as plain data. */
    seen(): Seen {
      const names: SeenName[] = []
      for (const [cell, line, name, get] of getters) {
        if (names.length >= limits.seenNames) break
        try {
          names[names.length] = { cell, line, name, times: 1, text: shown(get()) }
        } catch {
          // The run ended before this name was given a value.
        }
      }
      for (const { cell, line, name, times, value } of held.values())
        if (names.length < limits.seenNames)
          names[names.length] = { cell, line, name, times, text: shown(value) }
      const sites: SeenWait[] = [...waits.values()].slice(0, limits.waitSites)
      return { names, waits: sites }
    },
  }
}

/** What watches a run's names and waits. */
export type Watcher = ReturnType<typeof makeWatcher>

function shown(value: unknown): string {
  return toText(inline(describe(value), limits.seenCharacters))
}
