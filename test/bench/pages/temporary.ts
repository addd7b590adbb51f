import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../../../scripts/steps.ts'

/** A folder of the system's own for temporary files, gone when the work is done, also when it fails. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'anti-entropy-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a command quietly; throws with the end of what it said when it fails. */
export async function quietly(
  name: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<void> {
  const { code, output } = await command(name, args, environment, false)
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`)
}
