import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import * as trees from '#sandbox/learner-trees.ts'
import { runtimeParts, type RuntimePart } from '#sandbox/part.ts'

export { runtimeParts }

/** What a cell finds in the trees' part, by name. */
export const treeNames: readonly string[] = Object.keys(trees)

/** What every run begins with, in the browser and in Node alike: the prelude and the engine as one script. */
export interface Runtime {
  readonly text: string
  /** Names the version: it is part of the file's address. */
  readonly hash: string
}

const bundled = new Map<RuntimePart, Promise<Runtime>>()

/** Bundles a runtime; once in a process. */
export function runtime(part: RuntimePart): Promise<Runtime> {
  let made = bundled.get(part)
  if (made === undefined) {
    made = bundle(part)
    bundled.set(part, made)
  }
  return made
}

async function bundle(part: RuntimePart): Promise<Runtime> {
  const { outputFiles } = await build({
    entryPoints: [`src/sandbox/runtime-${part}.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'prelude',
    target: 'es2022',
    minify: true,
    // Error texts and descriptions name functions and classes: they read the same as in the sources.
    keepNames: true,
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
