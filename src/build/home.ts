import { build } from 'esbuild'

let bundled: Promise<string> | undefined

/** The whole engine as one module for Node, with what prints: it's what a cell that was taken home imports as 'engine'. */
export function engineForNode(): Promise<string> {
  bundled ??= build({
    entryPoints: ['src/sandbox/home.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    charset: 'utf8',
    legalComments: 'inline',
  }).then(({ outputFiles }) => outputFiles[0]!.text)
  return bundled
}
