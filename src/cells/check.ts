import { itemText } from '#sandbox/format.ts'
import { openFrame } from '#sandbox/isolation.ts'
import type { Isolation } from '#sandbox/isolation.ts'
import type { Item, Published } from '#sandbox/items.ts'
import { startRun } from '#sandbox/runner.ts'
import { prepareRun } from './kit.ts'
import type { Addresses, Prepared } from './kit.ts'

/** What running a checking cell gave: what it published, or why it came to no end, said to the reader. */
type CheckRun =
  | { readonly ok: true; readonly values: ReadonlyMap<string, Published> }
  | { readonly ok: false; readonly message: string }

interface Options {
  /** For tests: the script of the run, and where it runs. */
  readonly prepareScript?: () => Promise<Prepared>
  readonly openIsolation?: () => Promise<Isolation>
}

/** Runs a cell that checks another one, as the reader has it open, in the sandbox; nothing of it is shown. */
export async function runCheck(addresses: Addresses, cell: string, options: Options = {}): Promise<CheckRun> {
  const { prepareScript = () => prepareRun(addresses, cell), openIsolation = openFrame } = options
  try {
    const [prepared, isolation] = await Promise.all([prepareScript(), openIsolation()])
    if (!prepared.ok) return { ok: false, message: itemText(prepared.error) }
    return await new Promise<CheckRun>((resolve) => {
      const values = new Map<string, Published>()
      let last: Item | undefined
      startRun(prepared.run, isolation, {
        item: (item) => void (last = item.type === 'error' || item.type === 'notice' ? item : last),
        value: (name, value) => void values.set(name, value),
        ended: ({ state }) =>
          resolve(
            state === 'done'
              ? { ok: true, values }
              : {
                  ok: false,
                  message: last === undefined ? 'The program didn’t finish. Run it again.' : itemText(last),
                },
          ),
      })
    })
  } catch {
    return { ok: false, message: 'What the checks need couldn’t be loaded. Are you offline? Try again.' }
  }
}
