import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Addresses, textsOf } from '#cells/kit.ts'
import type { CellState } from '#sandbox/runner.ts'
import { hearPage, tellPage } from '#learner/page-events.ts'
import { importsOf } from './imports-of.ts'

interface Options {
  readonly root: RefObject<HTMLElement>
  readonly addresses: Addresses
  readonly cell: string
  /** The text as it was last changed; empty for the author's. */
  readonly shown: string
  text(): string
  readonly state: CellState
}

/** While a reader types, other cells are told in pauses. */
const restMs = 300

/** The imported cells that have changed since this cell's output; empty again as soon as it runs. */
export function useStale({ root, addresses, cell, shown, text, state }: Options): readonly string[] {
  const [stale, setStale] = useState<readonly string[]>([])
  const told = useRef(shown)
  useEffect(() => {
    if (told.current === shown) return undefined
    const timer = setTimeout(() => {
      told.current = shown
      if (root.current)
        tellPage(root.current, 'anti-entropy:cell-changed', { lesson: addresses.lesson, cell })
    }, restMs)
    return () => clearTimeout(timer)
  }, [shown])
  useEffect(
    () =>
      hearPage('anti-entropy:cell-changed', (change) => {
        if (change.lesson !== addresses.lesson || change.cell === cell || !text().includes('./')) return
        void textsOf(addresses).then((texts) => {
          if (importsOf(texts, cell).has(change.cell))
            setStale((known) => (known.includes(change.cell) ? known : [...known, change.cell]))
        })
      }),
    [],
  )
  useEffect(() => {
    if (state === 'running') setStale([])
  }, [state])
  return stale
}
