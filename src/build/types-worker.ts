import { build } from 'esbuild'
import { declarations } from './declarations.ts'
import { digest, type Script } from './bundle.ts'

let worker: Promise<Script> | undefined
let data: Script | undefined

/** The worker that answers the editor's questions about types: TypeScript and our service, as one script. */
export function typesWorker(): Promise<Script> {
  worker ??= build({
    entryPoints: ['src/editor/types/worker.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    // What TypeScript would ask of Node; in a worker there is none, and it asks nothing.
    define: { 'process.env.NODE_ENV': '"production"' },
  }).then(({ outputFiles }) => {
    const text = outputFiles[0]!.text
    return { text, hash: digest(text) }
  })
  return worker
}

/** The declarations that the worker reads, as JSON. */
export function typesData(): Script {
  if (data === undefined) {
    const text = JSON.stringify(declarations())
    data = { text, hash: digest(text) }
  }
  return data
}
