import { render } from 'preact'
import { useState } from 'preact/hooks'
import { kinds } from '#learning/kinds/index.ts'
import type { FiledQuestion } from '#learning/question-file.ts'
import type { Kind, Verdict } from '#learning/quiz/kind.ts'
import { Inline } from '../../quiz/inline.tsx'
import { findPlatform } from './api.ts'
import type { Platform } from './api.ts'
import { portableForms } from '../../quiz/kinds/portable.ts'
import { keptText, readKept } from './kept.ts'
import type { Kept } from './kept.ts'

type Graded = Exclude<Verdict, { readonly ask: string }>

interface Props {
  readonly lesson: string
  readonly questions: readonly FiledQuestion[]
  readonly platform: Platform | undefined
}

/** The questions of a lesson in a learning platform: graded by the course's own code, reported after every answer. */
function Questions({ lesson, questions, platform }: Props) {
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(() => readKept(platform?.saved() ?? '', lesson))
  const current = questions.filter(({ id, version }) => kept.get(id)?.version === version)
  const right = current.filter(({ id }) => kept.get(id)?.right).length
  function keep(question: FiledQuestion, graded: Graded): void {
    const known = kept.get(question.id)
    const isFirst = known?.version !== question.version
    const next = new Map(kept).set(question.id, {
      version: question.version,
      right: isFirst ? graded.right : known.right,
      choice: graded.choice,
    })
    setKept(next)
    platform?.save(keptText(next))
    const answered = questions.filter(({ id, version }) => next.get(id)?.version === version)
    platform?.report(
      answered.filter(({ id }) => next.get(id)?.right).length,
      questions.length,
      answered.length === questions.length,
    )
  }
  return (
    <>
      <h2>Questions</h2>
      <p
        role="status"
        data-sco={platform?.version ?? 'none'}
        data-answered={current.length}
        data-of={questions.length}
      >
        {current.length} of {questions.length} answered, {right} right first time.{' '}
        {platform === undefined && 'No learning platform shows this page, so nothing is reported.'}
      </p>
      {questions.map((question) => (
        <Question key={question.id} question={question} kept={kept.get(question.id)} keep={keep} />
      ))}
    </>
  )
}

interface QuestionProps {
  readonly question: FiledQuestion
  readonly kept: Kept | undefined
  keep(question: FiledQuestion, graded: Graded): void
}

function Question({ question, kept, keep }: QuestionProps) {
  const kind = kinds.get(question.kind) as Kind
  const [answer, setAnswer] = useState<unknown>(() =>
    kept?.version === question.version ? kind.recall(kept.choice) : undefined,
  )
  const [verdict, setVerdict] = useState<Graded | undefined>(() => {
    if (answer === undefined) return undefined
    const again = kind.grade(question.data, answer)
    return again.ask === undefined ? again : undefined
  })
  const [ask, setAsk] = useState('')
  const { Fields, showsReasons } = portableForms.get(question.kind)!
  const check = (event: Event) => {
    event.preventDefault()
    const graded = kind.grade(question.data, answer)
    if (graded.ask !== undefined) return setAsk(graded.ask)
    setAsk('')
    setVerdict(graded)
    keep(question, graded)
  }
  return (
    <form
      class="box ask question"
      data-question={question.id}
      data-state={verdict ? (verdict.right ? 'right' : 'wrong') : 'open'}
      onSubmit={check}
      noValidate
    >
      <fieldset>
        <legend>
          <Inline text={question.prompt} />
        </legend>
        <Fields
          id={question.id}
          data={question.data}
          answer={answer}
          change={setAnswer}
          reasons={verdict?.reasons}
        />
      </fieldset>
      <div class="actions">
        {verdict === undefined ? (
          <button class="button main" type="submit">
            Check
          </button>
        ) : (
          <button
            class="button"
            type="button"
            onClick={() => {
              setVerdict(undefined)
              setAnswer(undefined)
            }}
          >
            {verdict.right ? 'Answer again' : 'Try again'}
          </button>
        )}
        <span class="error" role="alert">
          {ask}
        </span>
      </div>
      {verdict && <Feedback verdict={verdict} showsReasons={showsReasons} />}
    </form>
  )
}

function Feedback({ verdict, showsReasons }: { readonly verdict: Graded; readonly showsReasons: boolean }) {
  return (
    <div class="feedback" role="status">
      <p class={`verdict ${verdict.right ? 'holds' : 'broken'}`}>
        {verdict.right ? 'Correct.' : 'Not quite.'}
      </p>
      {!showsReasons && (
        <dl>
          {verdict.reasons.map(({ label, reason, isRight }) => (
            <div key={label} data-verdict={isRight ? 'right' : 'wrong'}>
              <dt>
                <Inline text={label} />
              </dt>
              <dd>
                <Inline text={reason} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const place = document.querySelector<HTMLElement>('[data-sco-questions]')
const data = document.querySelector('#questions-data')?.textContent
if (place !== null && data) {
  const platform = findPlatform(window)
  const { lesson, questions } = JSON.parse(data) as Pick<Props, 'lesson' | 'questions'>
  const asked = questions.filter(({ kind }) => portableForms.has(kind))
  render(<Questions lesson={lesson} questions={asked} platform={platform} />, place)
  let isLeft = false
  addEventListener('pagehide', () => {
    if (!isLeft) platform?.leave()
    isLeft = true
  })
}
