import { useEffect, useState } from 'preact/hooks'
import { regrade } from '#learning/exam/regrade.ts'
import { readSheet } from '#learning/exam/sheet.ts'
import { readSheetLink } from '#links/sheet-link.ts'
import { questionFile } from './question-file.ts'
import { type Opened, Sheet } from './graded-sheet.tsx'

interface Props {
  /** Address of the course's questions with their keys. */
  readonly questions: string
}

/** A longer file is no sheet: the largest exam takes a tenth of it. */
const mostBytes = 1024 * 1024

/** Opens a sheet that a learner saved, grades it again, and runs the programs behind its answers. */
export default function ResultsIsland({ questions: address }: Props) {
  const [opened, setOpened] = useState<Opened>()
  const [said, setSaid] = useState('')
  const [isPasting, setPasting] = useState(false)

  async function open(text: string): Promise<void> {
    const read = readSheet(text)
    if (!read.ok) return setSaid(read.why)
    try {
      const { lessons } = await questionFile(address)
      const questions = new Map(lessons.flatMap((lesson) => lesson.questions.map((one) => [one.id, one])))
      setOpened({ ...read, questions, graded: regrade(read.sheet, questions) })
      setSaid('')
    } catch {
      setSaid('The course’s questions couldn’t be loaded. Are you offline? Try again.')
    }
  }
  // A sheet may come as a link as well.
  useEffect(() => {
    void readSheetLink(location.hash).then((read) => {
      if (read !== undefined) void (read.ok ? open(read.text) : setSaid(read.message))
    })
  }, [])
  async function openFile(file: File | undefined): Promise<void> {
    if (file === undefined) return
    if (file.size > mostBytes) return setSaid(`${file.name} is too big to be an answer sheet (over 1 MB).`)
    await open(await file.text())
  }

  return (
    <div
      class="results"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void openFile(event.dataTransfer?.files[0])
      }}
    >
      <p class="review-files">
        <label class="button">
          Open an answer sheet
          <input
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              void openFile(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
        <button class="button" type="button" aria-expanded={isPasting} onClick={() => setPasting(!isPasting)}>
          Paste one
        </button>
      </p>
      {isPasting && (
        <label class="field">
          The answer sheet’s text
          <textarea
            rows={4}
            maxLength={mostBytes}
            onInput={({ currentTarget }) => {
              if (currentTarget.value.trim() !== '') void open(currentTarget.value)
            }}
          />
        </label>
      )}
      <p role="status" class="error">
        {said}
      </p>
      {opened && <Sheet key={opened.sheet.submittedAt} {...opened} />}
    </div>
  )
}
