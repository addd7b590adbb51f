import type { ClickData } from '#learning/kinds/click.ts'
import type { FormProps } from './form.ts'
import { RunPictureView } from './run-picture.tsx'

/** A run with numbers on it: one is clicked, or chosen by its radio button below, which keys and screen readers use. */
export function ClickFields({ id, data, answer, change, reasons }: FormProps<ClickData, string>) {
  const { picture, targets, right } = data
  const isAnswered = reasons !== undefined
  return (
    <div class="click-figure">
      <div
        class="run-scroll"
        tabIndex={0}
        role="group"
        aria-label="The run as a picture. Its messages are listed below."
      >
        <RunPictureView
          picture={picture}
          targets={targets.map((target) => target.id)}
          chosen={answer}
          right={isAnswered ? right : undefined}
          {...(!isAnswered && { pick: change })}
        />
      </div>
      <div class="targets">
        {targets.map((target, index) => (
          <label
            key={target.id}
            class="option"
            data-option={target.id}
            data-verdict={
              isAnswered
                ? target.id === right
                  ? 'right'
                  : target.id === answer
                    ? 'wrong'
                    : undefined
                : undefined
            }
          >
            <input
              type="radio"
              name={id}
              value={target.id}
              checked={target.id === answer}
              disabled={isAnswered}
              onChange={() => change(target.id)}
            />
            <span>
              <b>{index + 1}</b> {target.name}
            </span>
          </label>
        ))}
      </div>
      <details class="fold">
        <summary>The picture in words</summary>
        <ol>
          {picture.messages.map(({ id: key, from, to, sentAt, endAt, isLost, text }) => (
            <li key={key}>
              {sentAt} ms: {from} to {to}, {text}
              {isLost ? '; it’s lost' : `; it arrives at ${endAt} ms`}
            </li>
          ))}
          {picture.lives.map(({ lane, from, to }) => (
            <li key={`${lane}${from}`}>
              {lane} can’t act from {from} to {to} ms
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
