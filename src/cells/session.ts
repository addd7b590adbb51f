import { batch, signal, type ReadonlySignal } from '@preact/signals'
import type { Answer, Replay } from '#outline/replay.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import { itemText } from '#sandbox/format.ts'
import { openFrame, pageIsolation, type Isolation } from '#sandbox/isolation.ts'
import type { Item, Json, Progress, Published, Seen } from '#sandbox/items.ts'
import { startRun, type CellState, type RunEnd } from '#sandbox/runner.ts'
import { prepare, prepareRun, type Addresses, type Prepared } from './kit.ts'

/** What is seen of a cell's runs. */
export interface CellView {
  readonly state: CellState
  /** What the reader's own run has shown; undefined while the author's own output stands there. */
  readonly items: readonly Item[] | undefined
  /** True while what is shown is from before the run that is on. */
  readonly isOld: boolean
  /** Imported cells that ran as the reader has them. */
  readonly changed: readonly string[]
  /** What the last run told of its names and waits, and the cell's text then; only when it's watched. */
  readonly seen?: { readonly text: string; readonly told: Seen } | undefined
  /** How far the run that is on has come with something long. */
  readonly progress?: Progress | undefined
  /** The frame didn't begin: the reader may agree to a run in the page itself. */
  readonly canFallBack: boolean
}

export interface SessionOptions {
  readonly addresses: Addresses
  readonly cell: string
  /** Another person wrote it: it runs in the sandbox alone. */
  readonly isForeign?: boolean
  /** Plans to run in the stead of those that the cell's first runs have. */
  readonly plans?: Replays | undefined
  /** Keeps the reader's text; a run waits for it. */
  flush(): Promise<void>
  /** The cell's text, while runs are to be watched: from when its editor is open. */
  watching?(): string | undefined
  /** What must be there before anything is shown: the view of the output. A run waits for it. */
  ready?(): Promise<unknown>
  /** Called when a run came to its end. */
  done?(): void
  /** Told what a run publishes. */
  value?(name: string, value: Published): void
  /** How long a run may take; the limit of a cell when left out. */
  readonly timeMs?: number
  /** For tests: the frame, the script of a run, and the browser's next picture. */
  readonly openIsolation?: () => Promise<Isolation>
  readonly prepareScript?: (
    replays?: Replays,
    more?: { readonly watch?: boolean; readonly judge?: string },
  ) => Promise<Prepared>
  readonly nextPicture?: (draw: () => void) => void
}

/** A cell's runs: one at a time, each in a fresh world. No DOM but the frame: a page or a challenge draws it. */
export interface CellSession {
  readonly view: ReadonlySignal<CellView>
  /** Fetches what a run needs, so that a click on Run finds it there. */
  prepare(): void
  start(): Promise<void>
  stop(): void
  /** Forgets the reader's run; the author's output is seen again. */
  clear(): void
  /** Runs in the page itself, now and from now on: the reader has agreed to it. */
  fallBack(): Promise<void>
  /** Runs the cell once more, with another plan for one of the pictures of its own program; nothing else is shown. */
  readonly replay: Replay
  /** Runs the cell once more with a judge behind it; what the judge published, and nothing of it is shown. */
  judge(code: string): Promise<Answer<Readonly<Record<string, Published>>>>
}

/** Once the reader has agreed to it, later runs on this page needn't ask again. */
let usesPage = false

const nothing: CellView = { state: 'idle', items: undefined, isOld: false, changed: [], canFallBack: false }

export function openSession(options: SessionOptions): CellSession {
  const { addresses, ready = () => Promise.resolve() } = options
  const { nextPicture = (draw) => void requestAnimationFrame(draw) } = options
  const view = signal(nothing)
  const change = (more: Partial<CellView>) => (view.value = { ...view.value, ...more })
  let turn = 0
  let end: (() => void) | undefined

  async function start(): Promise<void> {
    end?.()
    const mine = ++turn
    const isMine = () => mine === turn
    end = () => {
      turn++
      change({ state: 'stopped', isOld: false, progress: undefined })
    }
    change({ state: 'running', isOld: true, canFallBack: false, progress: undefined })
    const list: Item[] = []
    const show = () => change({ items: [...list], isOld: false })
    const finish = ({ state, neverBegan }: RunEnd, isolation?: Isolation) => {
      end = undefined
      batch(() => {
        show()
        const canFallBack = neverBegan && isolation?.kind === 'frame' && options.isForeign !== true
        change({ state, canFallBack, progress: undefined })
      })
      if (state === 'done') options.done?.()
    }
    const text = options.watching?.()
    const more = { watch: text !== undefined }
    const [, script] = await Promise.all([ready(), scriptOf(options, options.plans, more)])
    if (!isMine()) return
    if ('item' in script) {
      list.push(script.item)
      change({ changed: [], seen: undefined })
      finish({ state: 'failed', neverBegan: false })
      change({ canFallBack: script.canFallBack === true })
      return
    }
    change({ changed: script.changed })
    let isDrawing = false
    end = startRun(
      script.run,
      script.isolation,
      {
        item(item) {
          if (!isMine()) return
          list.push(item)
          if (isDrawing) return
          isDrawing = true
          nextPicture(() => {
            isDrawing = false
            if (isMine()) show()
          })
        },
        value: (name, value) => void (isMine() && options.value?.(name, value)),
        progress: (progress) => void (isMine() && change({ progress })),
        seen: (told) => void (isMine() && text !== undefined && change({ seen: { text, told } })),
        ended: (last) => void (isMine() && finish(last, script.isolation)),
      },
      options.timeMs,
    )
  }

  return {
    view,
    prepare: () => [ready(), prepare(addresses)].forEach((one) => void one.catch(() => {})),
    start,
    stop: () => end?.(),
    clear() {
      end?.()
      turn++
      view.value = nothing
    },
    fallBack() {
      usesPage = true
      return start()
    },
    ...asked(options),
  }
}

/** What a run is asked for beside showing itself. */
function asked(options: SessionOptions): Pick<CellSession, 'replay' | 'judge'> {
  return {
    replay: (place, plan) => replayed(options, place, { ...options.plans, [place]: plan }),
    judge: (code) => judged(options, code),
  }
}

async function judged(
  options: SessionOptions,
  judge: string,
): Promise<Answer<Readonly<Record<string, Published>>>> {
  const script = await scriptOf(options, options.plans, { judge })
  if ('item' in script) return { ok: false, message: itemText(script.item) }
  return new Promise((resolve) => {
    const values: Record<string, Published> = {}
    let wrong: string | undefined
    startRun(script.run, script.isolation, {
      item(item) {
        if (item.type === 'error' || item.type === 'notice') wrong ??= itemText(item)
      },
      value: (name, value) => void (values[name] = value),
      ended: ({ state }) =>
        resolve(
          state === 'done'
            ? { ok: true, value: values }
            : { ok: false, message: wrong ?? 'The cell didn’t finish.' },
        ),
    })
  })
}

async function replayed(options: SessionOptions, place: number, replays: Replays): Promise<Answer<Json>> {
  const script = await scriptOf(options, replays)
  if ('item' in script) return { ok: false, message: itemText(script.item) }
  return new Promise<Answer<Json>>((resolve) => {
    let last: Answer<Json> = {
      ok: false,
      message: 'The cell no longer shows this run. Run the cell, and change what it shows then.',
    }
    startRun(
      script.run,
      script.isolation,
      {
        item(item) {
          if (item.type === 'picture' && picturePlaceOf(item.data) === place)
            last = { ok: true, value: item.data }
          else if (!last.ok && (item.type === 'error' || item.type === 'notice'))
            last = { ok: false, message: itemText(item) }
        },
        value() {},
        ended: () => resolve(last),
      },
      options.timeMs,
    )
  })
}

/** Everything that a run needs, or the item that says why there is none. The reader's text is kept first. */
async function scriptOf(
  options: SessionOptions,
  replays?: Replays,
  more?: { readonly watch?: boolean; readonly judge?: string },
) {
  const { addresses, cell, flush } = options
  const { prepareScript = (plans, extra) => prepareRun(addresses, cell, plans, extra) } = options
  const { openIsolation = openFrame } = options
  const frame = usesPage && options.isForeign !== true ? Promise.resolve(pageIsolation) : openIsolation()
  // Asked for together; that the frame fails is told below, and only once all else is there.
  const opened = frame.catch(() => undefined)
  try {
    const prepared = await flush().then(() => prepareScript(replays, more))
    if (!prepared.ok) return { item: prepared.error, canFallBack: false }
    const isolation = await opened
    return isolation === undefined
      ? { item: { type: 'notice', text: noFrame } as const, canFallBack: options.isForeign !== true }
      : { ...prepared, isolation }
  } catch {
    const text = 'What this cell needs couldn’t be loaded. Are you offline? Try again, or reload the page.'
    return { item: { type: 'notice', text } as const, canFallBack: false }
  }
}

const noFrame = 'The sandbox didn’t answer. An extension of this browser may have blocked it.'

/** Which of the pictures of programs of one's own it is; undefined for any other picture. */
function picturePlaceOf(data: Json): number | undefined {
  const { place } = data as { readonly place?: unknown }
  return typeof place === 'number' ? place : undefined
}
