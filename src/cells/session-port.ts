import type { ReadonlySignal } from '@preact/signals'
import type { Answer, Replay } from '#outline/replay.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import type { Isolation } from '#sandbox/isolation.ts'
import type { Item, Progress, Published, Seen } from '#sandbox/items.ts'
import type { CellState } from '#sandbox/runner.ts'
import type { Addresses, Prepared } from './kit.ts'

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

/** What a cell’s runs need of the page. */
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
