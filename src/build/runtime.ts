import { createHash } from 'node:crypto'
import { build } from 'esbuild'

/** What every run begins with, in the browser and in Node alike: the prelude and the engine as one script. */
export interface Runtime {
  readonly text: string
  /** Names the version: it is part of the file's address. */
  readonly hash: string
}

let bundled: Promise<Runtime> | undefined

/** Bundles the runtime; once in a process, but for `fresh`. */
export function runtime(fresh = false): Promise<Runtime> {
  if (fresh) bundled = undefined
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<Runtime> {
  const { outputFiles } = await build({
    entryPoints: ['src/sandbox/prelude.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'prelude',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
  })
  const text = outputFiles[0]!.text
  return { text, hash: digest(text) }
}

/** A short name for a text's version: 16 hexadecimal digits of its SHA-256. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
