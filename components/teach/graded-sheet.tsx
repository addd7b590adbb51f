import { useState } from 'preact/hooks'
import type { Regraded } from '#learning/exam/regrade.ts'
import type { ExamSheet } from '#learning/exam/sheet.ts'
import { ownResults } from '#learning/exam/from-progress.ts'
import type { FiledQuestion } from '#learning/question-file.ts'
import { Inline } from '../quiz/inline.tsx'
import { KeyRun } from './key-run.tsx'
import { PlanRun } from './plan-run.tsx'

/** A sheet that was opened, graded again here. */
export interface Opened {
  readonly sheet: ExamSheet
  readonly setAside: number
  readonly graded: readonly Regraded[]
  readonly questions: ReadonlyMap<string, FiledQuestion>
}

/** What became of a sheet: what's right, what differs from what the file says, and each answer. */
export function Sheet({ sheet, setAside, graded, questions }: Opened) {
  const right = graded.filter(({ verdict }) => verdict?.right === true).length
  const gone = graded.filter(({ outcome }) => outcome === 'gone').length
  const differs = graded.filter(({ outcome }) => outcome === 'differs').length
  const [rerunAll, setRerunAll] = useState(0)
  return (
    <section aria-labelledby="sheet" data-sheet={sheet.exam}>
      <h2 id="sheet">
        {sheet.exam === ownResults ? 'A learner’s first answers' : `Exam ${sheet.exam.slice(0, 40)}`}
      </h2>
      <p>
        {right} of {graded.length} answers are right when they’re graded here. From{' '}
        <time>{dayOf(sheet.begunAt)}</time> to <time>{dayOf(sheet.submittedAt)}</time>, by the learner’s clock
        {sheet.seed === 0 ? '' : `; drawn with seed ${sheet.seed}`}.
      </p>
      {differs > 0 && (
        <p class="error" data-differs={differs}>
          {differs === 1 ? 'One answer was' : `${differs} answers were`} marked otherwise in the file: it was
          edited after it was saved.
        </p>
      )}
      {gone > 0 && (
        <p data-gone={gone}>
          {gone === 1 ? 'One question isn’t' : `${gone} questions aren’t`} in this version of the course.
        </p>
      )}
      {setAside > 0 && (
        <p>{setAside === 1 ? 'One item was' : `${setAside} items were`} damaged and left out.</p>
      )}
      <p>
        <button class="button" type="button" onClick={() => setRerunAll(rerunAll + 1)}>
          Run what computed the keys
        </button>
      </p>
      <ol class="results-items">
        {graded.map((one, index) => (
          <Item key={index} graded={one} question={questions.get(one.item.question)} rerun={rerunAll} />
        ))}
      </ol>
    </section>
  )
}

interface ItemProps {
  readonly graded: Regraded
  readonly question: FiledQuestion | undefined
  /** Raised whenever the teacher asks for all runs. */
  readonly rerun: number
}

function Item({ graded: { item, outcome, verdict }, question, rerun }: ItemProps) {
  const chosen = verdict?.reasons.filter(({ isChosen }) => isChosen) ?? []
  return (
    <li data-item={item.question} data-outcome={outcome} data-right={verdict?.right}>
      <p class="prompt">
        {question ? <Inline text={question.prompt} /> : <code>{item.question.slice(0, 80)}</code>}
      </p>
      <p>
        <b class={verdict?.right ? 'holds' : 'broken'}>
          {outcomeWords(outcome, verdict?.right, item.answer)}
        </b>{' '}
        {chosen.map(({ label }) => label).join('; ') || item.choice?.slice(0, 200)}
      </p>
      <p class="about">
        Version {item.version}, options shuffled by {item.seed}
        {item.isFlagged ? ', flagged by the learner' : ''}.
      </p>
      {question && <KeyRun question={question} rerun={rerun} />}
      {item.plan !== undefined && <PlanRun plan={item.plan} rerun={rerun} />}
    </li>
  )
}

function outcomeWords(
  outcome: Regraded['outcome'],
  isRight: boolean | undefined,
  answer: string | null,
): string {
  if (outcome === 'gone') return 'Not in this course:'
  if (outcome === 'changed') return 'Asked differently now, so it can’t be graded here:'
  if (isRight === undefined) return answer === null ? 'Not answered.' : 'This answer can’t be read:'
  return `${isRight ? 'Right' : 'Wrong'}${outcome === 'differs' ? ', and marked otherwise in the file' : ''}:`
}

/** A moment as the day and minute in UTC: the same in every browser; nothing for a moment that isn't one. */
function dayOf(at: number): string {
  return Math.abs(at) < 8.64e15
    ? new Date(at).toISOString().slice(0, 16).replace('T', ' ')
    : 'an unknown date'
}
