import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The environment of every step: the time zone is fixed, and nothing reports home. */
const quiet = { TZ: 'UTC', ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' }

/**
 * Runs a command to its end; resolves to its exit code and what it printed. Its output is passed through as it comes,
 * unless another command runs beside it: then whoever calls prints it when it is whole.
 */
export function command(
  name: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  isPrinted = true,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      env: { ...process.env, ...quiet, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const keep = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString()
      if (isPrinted) stream.write(chunk)
    }
    child.stdout.on('data', keep(process.stdout))
    child.stderr.on('data', keep(process.stderr))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Builds the site: the runtime that cells get, then the pages. Ends the process with the code of the first step
 * that fails, so that a script that calls it never goes on with half a site.
 */
export async function build(environment: Record<string, string> = {}): Promise<void> {
  const steps: [string, string[]][] = [
    ...(existsSync('scripts/runtime.ts') ? ([['node', ['scripts/runtime.ts']]] as [string, string[]][]) : []),
    ['astro', ['build']],
  ]
  for (const [name, args] of steps) {
    const { code } = await command(name, args, environment)
    if (code !== 0) process.exit(code)
  }
}
