import { useState } from 'preact/hooks'
import { momentText } from '#figures/cluster/moment.ts'
import { AskTool } from './ask-tool.tsx'
import { Count, Segments } from './fields.tsx'
import { LinkTool } from './link-tool.tsx'
import { MessageTool } from './message-tool.tsx'
import { NodeTool } from './node-tool.tsx'
import { PutAway } from './put-away.tsx'
import { momentMs } from './session.ts'
import type { HandProps, Tool, ToolProps } from './tool.ts'

const longestWaitMs = 30 * 24 * 3600 * 1000

/** Everything that can be done at the moment that is shown. What was typed stays when another tool is taken. */
export function Hand(props: HandProps) {
  const { branch, held, onHold, onEdit } = props
  const [waitMs, setWait] = useState(0)
  const tool: ToolProps = { ...props, waitMs, act: (edit) => onEdit(edit, waitMs) }
  // A program in which nobody ever asks has no words to be asked with.
  const canAsk = branch.played.traits.operations.length > 0
  const take = (next: string) => onHold({ ...held, tool: next as Tool })
  return (
    <section class="bench-panel bench-hand" aria-labelledby="bench-hand">
      <header>
        <h3 id="bench-hand" tabIndex={-1}>
          At {momentText(momentMs(branch))}
        </h3>
        <Count label="Delay" value={waitMs} least={0} most={longestWaitMs} unit="ms" onChange={setWait} />
      </header>
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
    </section>
  )
}
