import type { OutlinedMessage, RunOutline, Step } from '#outline/types.ts'
import { bytesText } from '#figures/quantity.ts'
import type { Lane } from './lanes.ts'
import { fateText } from './message-words.ts'
import { momentText } from './moment.ts'

interface ButtonsProps {
  readonly outline: RunOutline
  readonly step: Step | undefined
  readonly picked: string | undefined
  readonly onPick: ((key: string) => void) | undefined
}

/** The messages of a step, each to be opened: the way in for who uses no mouse. */
export function MessageButtons({ outline, step, picked, onPick }: ButtonsProps) {
  const keys = [...(step?.ends ?? []), ...(step?.sends ?? [])]
  // What a repair asks of many is many messages; the picture has them all.
  const messages = keys
    .slice(0, 8)
    .flatMap((key) => outline.messages.find((message) => message.key === key) ?? [])
  return (
    <p class="cluster-messages">
      {messages.map((message) => (
        <button
          key={message.key}
          type="button"
          class="button quiet"
          aria-pressed={message.key === picked}
          disabled={onPick === undefined}
          onClick={() => onPick?.(message.key)}
        >
          {message.called}, {message.from} to {message.to}
        </button>
      ))}
    </p>
  )
}

interface PanelProps {
  readonly message: OutlinedMessage
  readonly lanes: readonly Lane[]
  readonly at: number
  readonly onClose: (() => void) | undefined
}

/** A message, opened: who, when, how big, what became of it, and what is in it. */
export function MessagePanel({ message, lanes, at, onClose }: PanelProps) {
  const { from, to, sentAt, bytes, args, address } = message
  const chip = (id: string) => {
    const look = lanes.find((lane) => lane.id === id)?.look
    return look ? <span class={`node ${look}`}>{id}</span> : <b>{id}</b>
  }
  return (
    <section class="cluster-open" data-open={message.key} aria-label={`Message ${address}`}>
      <header>
        <h4>{message.called}</h4>
        <span>
          {chip(from)} to {chip(to)}
        </span>
        {onClose && (
          <button type="button" class="button quiet icon" aria-label="Close the message" onClick={onClose}>
            ✕
          </button>
        )}
      </header>
      <dl>
        <div>
          <dt>Sent</dt>
          <dd>{momentText(sentAt)}</dd>
        </div>
        <div>
          <dt>Outcome</dt>
          <dd>{fateText(message, at)}</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>about {bytesText(bytes)}</dd>
        </div>
        <div>
          <dt>Address</dt>
          <dd class="mono">{address}</dd>
        </div>
      </dl>
      <pre tabIndex={0} aria-label="What it carries">
        {args === '' ? 'nothing' : args}
      </pre>
    </section>
  )
}
