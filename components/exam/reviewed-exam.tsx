import { useState } from 'preact/hooks'
import { gradeText } from '#learning/exam/regrade.ts'
import { asExamined, sheetOfExam } from '#learning/exam/sheet-of-exam.ts'
import { sheetText } from '#learning/exam/sheet.ts'
import type { Exam } from '#learning/exam/state.ts'
import { saveFile } from '#links/save-file.ts'
import { sheetLink } from '#links/sheet-link.ts'
import { copyRefused } from '#text/copying.ts'
import { Inline } from '../quiz/inline.tsx'
import { Reasons } from '../quiz/reasons.tsx'
import { forms } from '../quiz/kinds/index.ts'
import { RunIt } from '../quiz/run-it.tsx'
import type { FiledQuestion } from '#learning/question-file.ts'
import type { Exams } from './exams.ts'

interface Props {
  readonly exam: Exam
  readonly exams: Exams
  readonly teacherPage: string
  readonly site: string
}

/** An exam that was submitted: each question with its answer and every reason, and the sheet for a teacher. */
export function ReviewedExam({ exam, exams, teacherPage, site }: Props) {
  const [said, setSaid] = useState('')
  const questions = exam.items.flatMap(({ question, version }) => {
    const found = exams.questions.get(question)
    return found?.version === version ? [asExamined(found, exam.seed)] : []
  })
  const answerOf = ({ id }: FiledQuestion) => exam.marks.get(id)?.answer ?? null
  const right = questions.filter((one) => gradeText(one, answerOf(one))?.right === true).length
  const text = () => sheetText(sheetOfExam(exam, exams.questions))
  const copyLink = async () => {
    const fragment = await sheetLink(text())
    if (fragment === undefined)
      return setSaid('This answer sheet is too long for a link. Save the file instead.')
    try {
      await navigator.clipboard.writeText(new URL(teacherPage + fragment, site).href)
      setSaid('Link copied.')
    } catch {
      setSaid(copyRefused('Save the file instead.'))
    }
  }
  return (
    <section class="exam-reviewed" data-reviewed={exam.exam} aria-labelledby="exam-result">
      <h2 id="exam-result">
        {right} of {questions.length} right
      </h2>
      <p class="review-files">
        <button
          class="button"
          type="button"
          onClick={() => saveFile(`anti-entropy-${exam.exam}.json`, text(), 'application/json')}
        >
          Save the answer sheet
        </button>
        <button class="button" type="button" onClick={() => void copyLink()}>
          Copy a link to it
        </button>
        <span role="status">{said}</span>
      </p>
      <p class="hint">
        The answer sheet holds the questions, the seed, your answers and the plans. A teacher opens it on{' '}
        <a href={teacherPage}>this page</a>, which grades it again.
      </p>
      {questions.map((question, index) => (
        <ReviewedQuestion
          key={question.id}
          number={index + 1}
          question={question}
          answer={answerOf(question)}
          isFlagged={exam.marks.get(question.id)?.isFlagged ?? false}
        />
      ))}
    </section>
  )
}

interface QuestionProps {
  readonly number: number
  readonly question: FiledQuestion
  readonly answer: string | null
  readonly isFlagged: boolean
}

function ReviewedQuestion({ number, question, answer, isFlagged }: QuestionProps) {
  const verdict = gradeText(question, answer)
  const { Fields, showsReasons } = forms.get(question.kind)!
  const reasons = verdict?.reasons ?? question.reasons
  const isRight = verdict?.right === true
  return (
    <section
      class="box ask question"
      data-exam-question={question.id}
      data-state={isRight ? 'right' : 'wrong'}
      aria-label={`Question ${number}`}
    >
      <fieldset>
        <legend>
          <span class="kicker">
            Question {number}
            {isFlagged && ', flagged'}
          </span>
          <Inline text={question.prompt} />
        </legend>
        <Fields
          id={`${question.id}-reviewed`}
          data={question.data}
          answer={verdict === undefined || answer === null ? undefined : JSON.parse(answer)}
          change={() => {}}
          reasons={reasons}
        />
      </fieldset>
      <div class="feedback">
        <p class={`verdict ${isRight ? 'holds' : 'broken'}`}>
          {verdict === undefined
            ? 'Not answered.'
            : isRight
              ? 'Correct.'
              : verdict.part === undefined
                ? 'Not quite.'
                : `Not quite: ${verdict.part}.`}
        </p>
        {!showsReasons && <Reasons reasons={reasons} />}
        <div class="actions">
          <a href={question.see}>See it in the lesson</a>
          {question.run !== undefined && <RunIt {...question.run} />}
        </div>
      </div>
    </section>
  )
}
