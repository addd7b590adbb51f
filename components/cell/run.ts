import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Answer, Replay } from '#figures/cluster/replay.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import { itemText } from '#sandbox/format.ts'
import { openFrame, pageIsolation, type Isolation } from '#sandbox/isolation.ts'
import type { Item, Json } from '#sandbox/items.ts'
import { startRun, type CellState, type RunEnd } from '#sandbox/runner.ts'
import { tellPage } from '#learner/page-events.ts'
import { prepare, prepareRun, type Addresses } from './lesson-cells.ts'
import type { Output } from './output.tsx'

/** Once the reader has agreed to it, later runs on this page need not ask again. */
let usesPage = false

/**
 * A cell's runs: one at a time, each in a fresh world. Tells the page of a run that came to its end by the event
 * `anti-entropy:ran`.
 */
export function useCellRun(
  addresses: Addresses,
  cell: string,
  root: RefObject<HTMLElement>,
  flush: () => Promise<void>,
) {
  const stop = useRef<() => void>()
  const turn = useRef(0)
  const [state, setState] = useState<CellState>('idle')
  const [items, setItems] = useState<readonly Item[]>([])
  const [isOld, setOld] = useState(false)
  const [changed, setChanged] = useState<readonly string[]>([])
  const [canFallBack, setCanFallBack] = useState(false)
  const [Shown, setShown] = useState<{ Output: typeof Output }>()

  async function start(): Promise<void> {
    stop.current?.()
    const mine = ++turn.current
    const isMine = () => mine === turn.current
    stop.current = () => {
      turn.current++
      setState('stopped')
      setOld(false)
    }
    setState('running')
    setOld(true)
    setCanFallBack(false)
    const list: Item[] = []
    const show = () => {
      setItems([...list])
      setOld(false)
    }
    const finish = ({ state: last, neverBegan }: RunEnd, isolation?: Isolation) => {
      stop.current = undefined
      show()
      setState(last)
      setCanFallBack(neverBegan && isolation?.kind === 'frame')
      if (last === 'done') tell(root.current, addresses.lesson, cell)
    }
    const [view, ready] = await Promise.all([import('./output.tsx'), readyToRun(addresses, cell, flush)])
    if (!isMine()) return
    setShown({ Output: view.Output })
    if ('item' in ready) {
      list.push(ready.item)
      setChanged([])
      return finish({ state: 'failed', neverBegan: false })
    }
    setChanged(ready.changed)
    let isDrawing = false
    stop.current = startRun(ready.run, ready.isolation, {
      item(item) {
        if (!isMine()) return
        list.push(item)
        if (isDrawing) return
        isDrawing = true
        requestAnimationFrame(() => {
          isDrawing = false
          if (isMine()) show()
        })
      },
      value() {},
      ended(end) {
        if (isMine()) finish(end, ready.isolation)
      },
    })
  }

  /** Runs the cell once more, with another plan for one of the pictures of its own program; nothing else is shown. */
  const replay: Replay = async (place, plan) => {
    const ready = await readyToRun(addresses, cell, flush, { [place]: plan })
    if ('item' in ready) return { ok: false, say: itemText(ready.item) }
    return new Promise<Answer<Json>>((resolve) => {
      let last: Answer<Json> = {
        ok: false,
        say: 'The cell no longer shows this run. Run the cell, and change what it shows then.',
      }
      startRun(ready.run, ready.isolation, {
        item(item) {
          if (item.type === 'picture' && placeOf(item.data) === place) last = { ok: true, value: item.data }
          else if (!last.ok && (item.type === 'error' || item.type === 'notice'))
            last = { ok: false, say: itemText(item) }
        },
        value() {},
        ended: () => resolve(last),
      })
    })
  }

  return {
    state,
    items,
    replay,
    /** True while what is shown is from before the run that is on. */
    isOld,
    /** Imported cells that ran as the reader has them. */
    changed,
    canFallBack,
    /** The view of the reader's own output; undefined while the build's is shown. */
    Shown,
    prepare: () => {
      import('./output.tsx').catch(() => {})
      prepare(addresses).catch(() => {})
    },
    start,
    stop: () => stop.current?.(),
    clear() {
      stop.current?.()
      turn.current++
      setState('idle')
      setShown(undefined)
      setChanged([])
      setCanFallBack(false)
      setOld(false)
    },
    fallBack() {
      usesPage = true
      return start()
    },
  }
}

/** Everything that a run needs, or the item that says why there is none. The reader's text is kept first. */
async function readyToRun(addresses: Addresses, cell: string, flush: () => Promise<void>, replays?: Replays) {
  try {
    const [prepared, isolation] = await Promise.all([
      flush().then(() => prepareRun(addresses, cell, replays)),
      usesPage ? pageIsolation : openFrame(),
    ])
    return prepared.ok ? { ...prepared, isolation } : { item: prepared.error }
  } catch {
    const text = 'What this cell needs could not be loaded. Are you offline? Try again, or reload the page.'
    return { item: { type: 'notice', text } as const }
  }
}

/** Which of the pictures of programs of one's own it is; undefined for any other picture. */
function placeOf(data: Json): number | undefined {
  const { place } = data as { readonly place?: unknown }
  return typeof place === 'number' ? place : undefined
}

function tell(element: HTMLElement | null, lesson: string, cell: string): void {
  if (element !== null) tellPage(element, 'anti-entropy:ran', { lesson, cell })
}
