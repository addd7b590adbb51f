import { batch, signal } from '@preact/signals'
import type { Answer } from '#outline/replay.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import { itemText } from '#sandbox/format.ts'
import { openFrame, pageIsolation, type Isolation } from '#sandbox/isolation.ts'
import type { Item, Json, Published } from '#sandbox/items.ts'
import { startRun, type RunEnd } from '#sandbox/runner.ts'
import { prepare, prepareRun } from './kit.ts'
import type { CellView, SessionOptions, CellSession } from './session-port.ts'

/** Once the reader has agreed to it, later runs on this page needn't ask again. */
let usesPage = false

const nothing: CellView = { state: 'idle', items: undefined, isOld: false, changed: [], canFallBack: false }

/** A cell's runs, one at a time: a new one ends the one before. What's seen of them is a signal. */
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
