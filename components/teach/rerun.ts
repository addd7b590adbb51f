import { prepareAuthored } from '#cells/kit.ts'
import { openFrame } from '#sandbox/isolation.ts'
import { startRun } from '#sandbox/runner.ts'
import type { FiledQuestion } from '#learning/question-file.ts'

/** What a program says when it's run again: what it publishes, or why there's nothing. */
export type Rerun =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

/**
 * Runs the program that computes a question's key, as its author wrote it, in the sandbox of this page. A sheet decides
 * only which question is meant: no code of a sheet is ever run. Never rejects.
 */
export async function rerunKey({ run, computed }: FiledQuestion): Promise<Rerun> {
  if (run === undefined || computed === undefined)
    return { ok: false, message: 'A source states this answer: there’s no run.' }
  try {
    const [prepared, isolation] = await Promise.all([prepareAuthored(run, computed.cell), openFrame()])
    if (!prepared.ok) return { ok: false, message: prepared.error.message }
    return await new Promise<Rerun>((resolve) => {
      let found: Rerun = { ok: false, message: 'The program ended without publishing its answer.' }
      startRun(prepared.run, isolation, {
        item() {},
        value(name, value) {
          if (name === computed.value) found = { ok: true, value }
        },
        ended: () => resolve(found),
      })
    })
  } catch {
    return { ok: false, message: 'The program couldn’t be loaded. Are you offline? Try again.' }
  }
}

/** Whether a run came to the key that the site was built with. */
export const isSameKey = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
