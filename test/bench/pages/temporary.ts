import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A folder of the system's own for temporary files, gone when the work is done, also when it fails. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'anti-entropy-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a command quietly, in a folder; throws with the end of what it said when it fails. */
export async function quietly(
  name: string,
  args: readonly string[],
  folder: string,
  environment: Record<string, string> = {},
): Promise<void> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', TZ: 'UTC', FORCE_COLOR: '0', ...environment }
  try {
    await promisify(execFile)(name, args, {
      cwd: folder,
      env,
      maxBuffer: 1e9,
      shell: process.platform === 'win32',
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${name} ${args.join(' ')} failed in ${folder}:\n${(stdout + stderr).slice(-2000)}`, {
      cause: error,
    })
  }
}
