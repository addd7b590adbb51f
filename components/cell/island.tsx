import type { ComponentChildren, RefObject } from 'preact'
import type { CellSession } from '#cells/session-port.ts'
import { CellHead } from './cell-head.tsx'
import { isLong } from './long-output.ts'
import { Keys } from './keys.tsx'
import { CellMore } from './more.tsx'
import type { Output } from './output.tsx'
import { Changed, FallBack, OtherText, Stale } from './told.tsx'
import { TryThis } from './try-this.tsx'
import { type CellIslandProps, useCell } from './use-cell.ts'
import { WaitsList } from './waits-list.tsx'

/** A live cell: the printed code until the reader goes in, then an editor; Run, Stop, Reset; what it shows. */
export default function CellIsland(props: CellIslandProps) {
  const { name, plans, tries = [], code, output } = props
  const cell = useCell(props)
  const { isAlive, draft, run, starter, addresses, diff, editing } = cell
  const { isOpen, open, edit, editor } = editing
  const { state, items } = run.view.value
  const reset = (
    <button class="button quiet" type="button" disabled={!isAlive || !draft.isChanged} onClick={cell.reset}>
      Reset
    </button>
  )
  return (
    <div
      class="cell box"
      ref={cell.root}
      data-cell={name}
      data-state={state}
      data-changed={draft.isChanged ? '' : undefined}
      role="group"
      aria-label={`Live code: ${name}`}
      onPointerEnter={run.prepare}
      onFocusCapture={run.prepare}
    >
      <CellHead
        {...{ name, isAlive, run }}
        isChanged={draft.isChanged}
        saying={cell.saying}
        say={cell.setSaying}
        text={draft.text}
      >
        {reset}
      </CellHead>
      <Printed printed={cell.printed} isHidden={isOpen} open={open} start={run.start}>
        {code}
      </Printed>
      <div class="cell-editor" ref={cell.host} hidden={!isOpen} />
      <Keys
        isOpen={isOpen}
        tabLeaves={editing.tabLeaves}
        problem={editing.problem}
        onUse={(tool) => editor.current?.use(tool)}
      />
      <p class="visually-hidden" role="status">
        {editing.aloud}
      </p>
      <WaitsList waits={editing.waits} onFollow={(wait, place, of) => void editing.follow(wait, place, of)} />
      {tries.length > 0 && <TryThis {...{ tries, isAlive, run, starter, text: draft.text, edit }} />}
      {draft.isChanged && (
        <Changed draft={draft} isCompared={diff.View !== undefined} onCompare={() => void diff.toggle()}>
          {reset}
        </Changed>
      )}
      {draft.other !== undefined && (
        <OtherText onShow={() => void cell.showOther()} onForget={() => void draft.dropOther()} />
      )}
      {diff.View && draft.isChanged && <diff.View before={starter()} after={draft.shown} />}
      <Shows name={name} run={run} View={cell.Shown?.Output} stale={cell.stale}>
        {output}
      </Shows>
      <CellMore addresses={addresses} cell={name} items={items} plans={plans} />
    </div>
  )
}

interface PrintedProps {
  readonly printed: RefObject<HTMLDivElement>
  readonly isHidden: boolean
  readonly open: (at?: { readonly x: number; readonly y: number }, hasFocus?: boolean) => unknown
  readonly start: () => unknown
  readonly children: ComponentChildren
}

/** The code as the build printed it: a click or Enter opens the editor there. */
function Printed({ printed, isHidden, open, start, children }: PrintedProps) {
  return (
    <div
      class="cell-code"
      ref={printed}
      hidden={isHidden}
      onClick={(event) => {
        if (isFold(event)) return
        if (getSelection()?.isCollapsed !== false) void open({ x: event.clientX, y: event.clientY }, true)
      }}
      onKeyDown={(event) => {
        if (isFold(event)) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void start()
        else if (event.key === 'Enter') {
          event.preventDefault()
          void open(undefined, true)
        }
      }}
    >
      {children}
    </div>
  )
}

/** True for what happens on the line that stands for folded ones: it opens them, and not the editor. */
function isFold({ target }: Event): boolean {
  return (target as Element).closest('summary') !== null
}

interface ShowsProps {
  readonly name: string
  readonly run: CellSession
  readonly View: typeof Output | undefined
  /** Imported cells that have changed since the output. */
  readonly stale: readonly string[]
  /** The author's output, until the reader's own run has shown something. */
  readonly children: ComponentChildren
}

function Shows({ name, run, View, stale, children }: ShowsProps) {
  const { state, items, isOld, changed, canFallBack } = run.view.value
  return (
    <div
      class="cell-output"
      data-output
      // A long output is told by its length (cell-head.tsx), and read by who goes there.
      aria-live={isLong(items) ? 'off' : 'polite'}
      aria-busy={state === 'running'}
      data-old={isOld ? '' : undefined}
    >
      {View === undefined || items === undefined ? (
        children
      ) : (
        <View items={items} name={name} replay={run.replay} />
      )}
      <Stale cells={stale} />
      {changed.length > 0 && (
        <p class="cell-notice">Ran with your own {changed.map((cell) => `./${cell}`).join(', ')}.</p>
      )}
      {canFallBack && <FallBack onAgree={() => void run.fallBack()} />}
    </div>
  )
}
