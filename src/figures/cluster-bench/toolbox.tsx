import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { momentText } from '#figures/cluster/moment.ts'
import { AskTool } from './ask-tool.tsx'
import type { PlayedRun } from './run-service.ts'
import { Count, Pick, Segments } from '#figures/controls/fields.tsx'
import { LinkTool } from './link-tool.tsx'
import { MessageTool } from './message-tool.tsx'
import { NodeTool } from './node-tool.tsx'
import { requestDone } from './moment-state.ts'
import { PutAway } from './put-away.tsx'
import { type Branch, momentMs } from './session.ts'
import type { ToolboxProps, Tool, ToolProps } from './tool.ts'

const longestWaitMs = 30 * 24 * 3600 * 1000

/** Everything that can be done at the moment that is shown. What was typed stays when another tool is taken. */
export function Toolbox(props: ToolboxProps) {
  const { branch, held, onHold, onEdit } = props
  const [waitMs, setWait] = useState(0)
  const [isAfter, setAfter] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLElement>(null)
  const done = requestDone(branch)
  const at = isAfter && done !== undefined ? done.index : undefined
  const tool: ToolProps = { ...props, waitMs, act: (edit) => onEdit(edit, waitMs, at) }
  useEffect(() => {
    const open = () => setOpen(true)
    root.current?.addEventListener('bench:open', open)
    return () => root.current?.removeEventListener('bench:open', open)
  }, [])
  // A program in which nobody ever asks has no words to be asked with.
  const canAsk = branch.played.traits.operations.length > 0
  const take = (next: string) => onHold({ ...held, tool: next as Tool })
  return (
    <section
      ref={root}
      class={isOpen ? 'bench-panel bench-hand is-open' : 'bench-panel bench-hand'}
      aria-labelledby="bench-hand"
      onKeyDown={(event) => isOpen && closesSheet(event) && setOpen(false)}
    >
      <header>
        <h3 id="bench-hand" tabIndex={-1}>
          At {momentText(momentMs(branch))}
        </h3>
        <button
          type="button"
          class="button bench-hand-open"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close' : 'Change this run…'}
        </button>
      </header>
      <div class="bench-hand-body">
        <div class="bench-fields">
          <When branch={branch} isAfter={isAfter} onChange={setAfter} />
          <Count label="Delay" value={waitMs} least={0} most={longestWaitMs} unit="ms" onChange={setWait} />
        </div>
        <p class="soft bench-meaning">
          Everything up to here stays as it was. A new run continues from here, and Undo goes back.
        </p>
        <Segments
          label="What to change"
          value={held.tool}
          onChange={take}
          options={[
            ...(canAsk ? [['ask', 'Ask'] as const] : []),
            ['node', 'Node'],
            ['link', 'Link'],
            ['message', 'Message'],
          ]}
        />
        <PutAway isAway={held.tool !== 'ask'}>
          <AskTool {...tool} />
        </PutAway>
        <PutAway isAway={held.tool !== 'node'}>
          <NodeTool {...tool} />
        </PutAway>
        <PutAway isAway={held.tool !== 'link'}>
          <LinkTool {...tool} />
        </PutAway>
        <PutAway isAway={held.tool !== 'message'}>
          <MessageTool {...tool} />
        </PutAway>
      </div>
    </section>
  )
}

interface WhenProps {
  readonly branch: Branch<PlayedRun>
  readonly isAfter: boolean
  readonly onChange: (isAfter: boolean) => void
}

/** While a request is under way: whether to act in the middle of it, or when it's done. */
function When({ branch, isAfter, onChange }: WhenProps) {
  const done = requestDone(branch)
  if (done === undefined) return null
  return (
    <Pick
      label="When"
      value={isAfter ? 'after' : 'now'}
      onChange={(value) => onChange(value === 'after')}
      options={[
        ['now', `at ${momentText(momentMs(branch))}`],
        ['after', `when “${done.asked}” is done, at ${momentText(done.atMs)}`],
      ]}
    />
  )
}

/** Escape puts the sheet away, and its button has the focus. */
function closesSheet(event: TargetedKeyboardEvent<HTMLElement>): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false
  event.currentTarget.querySelector<HTMLElement>('.bench-hand-open')?.focus()
  return true
}
