import { useEffect, useState } from 'preact/hooks'
import type { FiledQuestion } from '#learning/question-file.ts'
import type { Rerun } from './rerun.ts'

interface Props {
  readonly question: FiledQuestion
  /** Raised whenever the run is asked for; 0 asks for nothing. */
  readonly rerun: number
}

let before: Promise<unknown> = Promise.resolve()

/** The run that computed a question's key, made again in this page: what it comes to, beside the key. */
export function KeyRun({ question, rerun }: Props) {
  const [found, setFound] = useState<{ readonly rerun: Rerun; readonly isSame: boolean } | 'running'>()
  useEffect(() => {
    if (rerun === 0 || question.run === undefined) return
    let isGone = false
    setFound('running')
    // One after the other: each run has the machine to itself, and a time limit.
    before = before.then(async () => {
      if (isGone) return
      const { isSameKey, rerunKey } = await import('./rerun.ts')
      const made = await rerunKey(question)
      if (!isGone) setFound({ rerun: made, isSame: made.ok && isSameKey(made.value, question.key) })
    })
    return () => void (isGone = true)
  }, [rerun])
  if (question.run === undefined)
    return (
      <p class="about">
        A source states the answer. <a href={question.see}>Read the passage</a>
      </p>
    )
  return (
    <p
      class="about"
      data-rerun={
        found === undefined ? 'idle' : found === 'running' ? 'running' : found.isSame ? 'same' : 'other'
      }
    >
      {found === undefined && 'A program computed the answer. '}
      {found === 'running' && 'Running… '}
      {typeof found === 'object' &&
        (found.rerun.ok ? ranWords(found.rerun.value, found.isSame) : found.rerun.message)}{' '}
      <a href={question.run.href}>Open the program</a>
    </p>
  )
}

const ranWords = (value: unknown, isSame: boolean): string =>
  `Run again here, the program gives ${String(value)}, ${isSame ? 'which is the key.' : 'which isn’t the key: this site was built from another program.'}`
