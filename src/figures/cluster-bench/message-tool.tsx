import { Act } from '#figures/controls/act.tsx'
import { useState } from 'preact/hooks'
import type { OutlinedMessage, RunOutline } from '#outline/types.ts'
import { counted } from '#figures/quantity.ts'
import { Chip } from './chip.tsx'
import { Count } from '#figures/controls/fields.tsx'
import type { ToolProps } from './tool.ts'
import { onTheWay } from './moment-state.ts'
import { momentMs } from './session.ts'

/** One message: while it's on the way, drop it, hold it, or deliver it twice. The picture tells what it carries. */
export function MessageTool({ branch, held, onHold, onSeek, waitMs, act }: ToolProps) {
  const [byMs, setBy] = useState(1000)
  const { outline } = branch.played
  const flying = onTheWay(outline, branch.at, momentMs(branch), waitMs)
  const open = outline.messages.find(({ key }) => key === held.message) ?? flying[0]
  const canCatch = open !== undefined && flying.includes(open)
  return (
    <div class="bench-tool">
      <p class="soft">
        {flying.length === 0
          ? 'No message is on the way right now. Step to a moment when one is, or press a message in the picture.'
          : `${counted(flying.length, 'message')} on the way:`}
      </p>
      <div class="bench-segments bench-messages" role="group" aria-label="Messages on the way">
        {flying.map((message) => (
          <button
            key={message.key}
            type="button"
            class="button"
            aria-pressed={message === open}
            onClick={() => onHold({ ...held, message: message.key })}
          >
            <Ends message={message} outline={outline} /> {message.called}
          </button>
        ))}
      </div>
      {open !== undefined && (
        <>
          <p class="bench-caught">
            <Ends message={open} outline={outline} /> {open.called}
          </p>
          {canCatch ? (
            <div class="bench-fields">
              <Act onAct={() => act({ do: 'drop', message: open.address })}>Drop it</Act>
              <Count label="By" value={byMs} least={0} most={86_400_000} unit="ms" onChange={setBy} />
              <Act onAct={() => act({ do: 'hold', message: open.address, byMs })}>Delay it</Act>
              <Act onAct={() => act({ do: 'duplicate', message: open.address, byMs })}>Deliver it twice</Act>
            </div>
          ) : (
            <p class="bench-row">
              <Act onAct={() => onSeek(open.sentIndex)}>Go to when it was sent</Act>
              <span class="soft">While it’s on the way, you can drop it, delay it or deliver it twice.</span>
            </p>
          )}
        </>
      )}
    </div>
  )
}

interface MessageProps {
  readonly message: OutlinedMessage
  readonly outline: RunOutline
}

function Ends({ message: { from, to }, outline }: MessageProps) {
  return (
    <>
      <Chip id={from} outline={outline} /> <span aria-hidden="true">→</span>
      <span class="visually-hidden">to</span> <Chip id={to} outline={outline} />
    </>
  )
}
