import { useRef, useState } from 'preact/hooks'
import type { OrderData } from '#learning/kinds/order.ts'
import { Inline } from '../inline.tsx'
import type { FormProps } from './form.ts'

/**
 * Steps to be put in order: two buttons each, and the arrow keys on either of them. Without JavaScript they're a list to
 * be numbered on paper.
 */
export function OrderFields({ data, answer, change, reasons }: FormProps<OrderData, readonly string[]>) {
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const ids = answer ?? data.steps.map(({ id }) => id)
  const isAnswered = reasons !== undefined

  const move = (index: number, by: -1 | 1) => {
    const other = index + by
    if (isAnswered || other < 0 || other >= ids.length) return
    const moved = [...ids]
    ;[moved[index], moved[other]] = [moved[other]!, moved[index]!]
    change(moved)
    setSaid(`${textOf(data, ids[index]!)} is now step ${other + 1} of ${ids.length}.`)
    // The step keeps the focus wherever it goes, so that it can go further at once.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[other]?.querySelectorAll('button')
      buttons?.[by < 0 ? 0 : 1]?.focus()
    })
  }
  const byKey = (index: number) => (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (by === undefined) return
    event.preventDefault()
    move(index, by)
  }
  return (
    <>
      <ol class="order" ref={list}>
        {ids.map((id, index) => (
          <li
            key={id}
            data-step={id}
            data-verdict={isAnswered ? (data.right[index] === id ? 'right' : 'wrong') : undefined}
          >
            <span>
              <Inline text={textOf(data, id)} />
            </span>
            {!isAnswered && (
              <span class="moves" onKeyDown={byKey(index)}>
                <button
                  class="button icon"
                  type="button"
                  aria-label={`Move up: ${textOf(data, id)}`}
                  aria-disabled={index === 0 ? 'true' : undefined}
                  onClick={() => move(index, -1)}
                >
                  ▲
                </button>
                <button
                  class="button icon"
                  type="button"
                  aria-label={`Move down: ${textOf(data, id)}`}
                  aria-disabled={index === ids.length - 1 ? 'true' : undefined}
                  onClick={() => move(index, 1)}
                >
                  ▼
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

const textOf = ({ steps }: OrderData, id: string): string => steps.find((step) => step.id === id)?.text ?? id
