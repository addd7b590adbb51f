import { useState } from 'preact/hooks'
import type { CellSession } from '#cells/session-port.ts'
import { judgeOf, lineOfTry, readJudged, type Try, withTry } from '#sandbox/tries.ts'

interface Props {
  readonly tries: readonly Try[]
  readonly isAlive: boolean
  readonly run: CellSession
  /** The author's text, and the text as the reader has it. */
  starter(): string
  text(): string
  /** Puts another text into the editor, as one step that Undo takes back. */
  edit(text: string): Promise<void>
}

/** What to try in a cell: one sentence each, the change shown on demand, and a check of what the reader's own change does. */
export function TryThis({ tries, isAlive, run, starter, text, edit }: Props) {
  return (
    <>
      {tries.map((one) => (
        <OneTry
          key={one.id}
          one={one}
          isAlive={isAlive}
          run={run}
          starter={starter}
          text={text}
          edit={edit}
        />
      ))}
    </>
  )
}

interface OneProps extends Omit<Props, 'tries'> {
  readonly one: Try
}

function OneTry({ one, isAlive, run, starter, text, edit }: OneProps) {
  const [told, setTold] = useState<{ readonly as: 'right' | 'not-yet' | 'said'; readonly words: string }>()
  const [isChecking, setChecking] = useState(false)
  const line = lineOfTry(starter(), one)

  async function showMe(): Promise<void> {
    const mine = withTry(text(), one)
    await edit(mine ?? withTry(starter(), one) ?? text())
    setTold({
      as: 'said',
      words:
        mine === undefined
          ? 'The line isn’t in your text, so the original is shown with the change. Undo brings yours back.'
          : 'Changed. Undo takes it back; Check runs it.',
    })
  }

  async function check(): Promise<void> {
    setChecking(true)
    setTold({ as: 'said', words: 'Checking…' })
    await run.start()
    const answer = await run.judge(judgeOf(one.cell, one.check))
    setChecking(false)
    const judged = answer.ok ? readJudged(answer.value) : undefined
    if (judged === undefined) {
      const words = answer.ok
        ? 'The check gave no result. Reset the cell and try again.'
        : `The cell can’t be checked: ${answer.message}`
      setTold({ as: 'not-yet', words })
    } else if (judged.passes) setTold({ as: 'right', words: `Yes. ${one.right}` })
    else setTold({ as: 'not-yet', words: `Not yet. ${sentence(judged.why)}` })
  }

  return (
    <div class="cell-try" data-try={one.id}>
      <p>
        <b>Try this:</b> {one.say} {line !== undefined && <span class="soft">It’s line {line}.</span>}
      </p>
      <span class="cell-buttons">
        <button class="button quiet" type="button" disabled={!isAlive} onClick={() => void showMe()}>
          Show me
        </button>
        <button class="button" type="button" disabled={!isAlive || isChecking} onClick={() => void check()}>
          Check
        </button>
      </span>
      <p class={told === undefined ? 'cell-told' : `cell-told ${told.as}`} role="status">
        {told?.words}
      </p>
    </div>
  )
}

/** The words of a check as a sentence of their own. */
function sentence(why: string): string {
  const text = why.trim()
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
}
