import { useState } from 'preact/hooks'
import { copyRefused, linkCopied } from '#text/copying.ts'
import type { useAnswer } from './use-answer.ts'

interface HeadProps {
  readonly answer: ReturnType<typeof useAnswer>
  readonly isAlive: boolean
  readonly isRunning: boolean
  readonly isSolved: boolean
  readonly page: string
  /** What's told of it, and the way to tell something else. */
  readonly saying: string
  readonly onSay: (words: string) => void
}

/** What can be done with an answer, and where it stands. */
export function Head({ answer, isAlive, isRunning, isSolved, page, saying, onSay }: HeadProps) {
  const [address, setAddress] = useState<string>()
  const { draft, before } = answer

  async function copy(): Promise<void> {
    const link = await answer.link()
    if (!link.ok) return onSay(link.message)
    const whole = new URL(page + link.fragment, location.href).href
    try {
      await navigator.clipboard.writeText(whole)
      onSay(linkCopied(whole.length))
    } catch {
      setAddress(whole)
      onSay(copyRefused('Copy this address yourself. Opening it doesn’t run anything.'))
    }
  }

  return (
    <>
      <div class="cell-head">
        <span class="cell-name">answer.ts</span>
        {isSolved && <span class="tag challenge-done">solved</span>}
        {draft.isChanged && <span class="tag mark">changed</span>}
        <span class="cell-state" role="status">
          {saying}
        </span>
        <span class="cell-buttons">
          {before !== undefined && (
            <button class="button quiet" type="button" onClick={answer.undo}>
              Undo
            </button>
          )}
          <button class="button quiet" type="button" disabled={!isAlive} onClick={() => void copy()}>
            Copy link
          </button>
          <button
            class="button quiet"
            type="button"
            disabled={!isAlive || !draft.isChanged}
            onClick={() => answer.put(answer.starter())}
          >
            Reset
          </button>
          <button class="button" type="button" disabled={!isRunning} onClick={answer.run.stop}>
            Stop
          </button>
          <button
            class="button main"
            type="button"
            data-check
            disabled={!isAlive}
            onClick={() => {
              onSay('')
              void answer.check()
            }}
          >
            Check
          </button>
        </span>
      </div>
      {address !== undefined && (
        <p class="cell-banner">
          <label>
            {saying}{' '}
            <input type="text" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </p>
      )}
      {draft.other !== undefined && (
        <p class="cell-banner" data-other-draft>
          Another version of your answer is saved beside this one.{' '}
          <button class="button quiet" type="button" onClick={() => answer.swap(draft.other!)}>
            Show the other version
          </button>
        </p>
      )}
    </>
  )
}
