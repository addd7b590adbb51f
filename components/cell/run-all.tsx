import { effect } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { CellSession } from '#cells/session-port.ts'
import { wakeParts } from '#site/wake.ts'

/** What can be run on this page, by lesson and cell. */
const runnable = new Map<string, CellSession>()

/** How long cells that were out of sight have to come alive. */
const patienceMs = 20_000

/** Lets "Run all" run this cell; gives back the way to end it. */
export function beRunnable(lesson: string, cell: string, session: CellSession): () => void {
  const key = `${lesson}/${cell}`
  runnable.set(key, session)
  return () => void runnable.delete(key)
}

/** Runs a cell and resolves with its state at the end. */
async function runToEnd(session: CellSession): Promise<'done' | 'failed' | 'stopped'> {
  await session.start()
  return new Promise((resolve) => {
    const dispose = effect(() => {
      const { state } = session.view.value
      if (state === 'running' || state === 'idle') return
      resolve(state)
      queueMicrotask(() => dispose())
    })
  })
}

/** One button that runs every cell of the lesson, one after another in the page's order, and says how they ended. */
export function RunAll({ lesson }: { readonly lesson: string }) {
  const [said, setSaid] = useState('')
  const [isOn, setOn] = useState(false)

  async function runAll(): Promise<void> {
    setOn(true)
    const names = cellsOnPage()
    wakeParts('[data-cell]')
    await allThere(names.map((name) => `${lesson}/${name}`))
    const failed: string[] = []
    let ran = 0
    for (const name of names) {
      const session = runnable.get(`${lesson}/${name}`)
      if (session === undefined) continue
      setSaid(`Running ${name}, ${++ran} of ${names.length}…`)
      if ((await runToEnd(session)) !== 'done') failed.push(name)
    }
    setOn(false)
    const well = ran - failed.length
    setSaid(
      failed.length === 0
        ? `All ${ran} cells ran.`
        : `${well} of ${ran} cells ran. ${failed.length === 1 ? 'This one failed' : 'These failed'}: ${failed.join(', ')}.`,
    )
  }

  return (
    <>
      <button type="button" class="button quiet" disabled={isOn} onClick={() => void runAll()}>
        Run all cells
      </button>
      <span class="soft" role="status">
        {said}
      </span>
    </>
  )
}

function cellsOnPage(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-cell]')].map(({ dataset }) => dataset['cell']!)
}

async function allThere(keys: readonly string[]): Promise<void> {
  const begun = performance.now()
  while (!keys.every((key) => runnable.has(key)) && performance.now() - begun < patienceMs)
    await new Promise(requestAnimationFrame)
}
