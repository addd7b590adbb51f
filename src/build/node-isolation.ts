import { Worker } from 'node:worker_threads'
import type { Isolation } from '#sandbox/isolation.ts'

/** Gives Node's worker what the prelude asks of a browser's. One line, so that the script's lines stay. */
const bootstrap =
  "{ const { parentPort } = require('node:worker_threads'); const { process } = globalThis; " +
  "const { runInThisContext } = require('node:vm'); " +
  'globalThis.postMessage = (message) => parentPort.postMessage(message); ' +
  'globalThis.Blob = class { constructor([text]) { this.text = text } }; ' +
  'globalThis.URL = { createObjectURL: ({ text }) => text, revokeObjectURL() {} }; ' +
  "globalThis.importScripts = (text) => runInThisContext(text, { filename: 'cells' }); " +
  'globalThis.addEventListener = (type, callback) => process.on(' +
  "type === 'error' ? 'uncaughtException' : 'unhandledRejection', " +
  '(error) => callback({ error, reason: error, preventDefault() {}, ' +
  'lineno: Number(/^cells:(\\d+)/.exec(String(error && error.stack))?.[1] ?? 0) })); } '

/** A worker thread of Node: the twin of the browser's worker, for the build and the tests. */
export const nodeIsolation: Isolation = {
  kind: 'page',
  begin(script, listen) {
    const worker = new Worker(bootstrap + script, { eval: true, stdout: true, stderr: true, env: {} })
    worker.on('message', listen)
    worker.on('error', (error) => {
      const line = /evalmachine[^:]*:(\d+)|\[worker eval\]:(\d+)/.exec(error.stack ?? '')
      listen({
        type: 'broken',
        text: `${error.name}: ${error.message}`,
        ...(line && { line: Number(line[1] ?? line[2]) }),
      })
    })
    return () => void worker.terminate()
  },
}
