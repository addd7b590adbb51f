import { spawn } from 'node:child_process'

/** The environment of every step: the time zone is fixed, and nothing reports home. */
const quiet = { TZ: 'UTC', ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' }

/**
 * Runs a command to its end; resolves to its exit code and what it printed. Its output is passed through as it comes,
 * unless another command runs beside it: then the caller prints it when it's whole.
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
  await orEnd('node', ['scripts/runtime.ts'])
  await orEnd('astro', ['build'], environment)
}

/**
 * Builds the site for a host's root and, beside it, the pages of `only` under a base path of a host that it knows. One build
 * keeps little more than one core busy. Nothing is printed: what both said is handed back when it's whole, with the code of
 * the first step that failed.
 */
export async function buildBoth(only: readonly string[]): Promise<{ code: number; output: string }> {
  const based = {
    OUT_DIR: 'dist-base',
    BASE: '/notebook/',
    BARE: '1',
    ONLY: only.join(' '),
    SITE: 'https://example.org',
  }
  const runtime = await command('node', ['scripts/runtime.ts'], {}, false)
  if (runtime.code !== 0) return runtime
  const builds = await Promise.all([
    command('astro', ['build'], {}, false),
    command('astro', ['build'], based, false),
  ])
  const output = [runtime.output, builds[0].output, 'Under a base path:', builds[1].output].join('\n')
  return { code: builds.find(({ code }) => code !== 0)?.code ?? 0, output }
}

async function orEnd(
  name: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<void> {
  const { code } = await command(name, args, environment)
  if (code !== 0) process.exit(code)
}
