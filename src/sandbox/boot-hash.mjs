import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const boot = readFileSync('src/sandbox/boot.js')

/** What the content security policy admits: the frame's boot script, to the byte. */
export const bootHash = `sha256-${createHash('sha256').update(boot).digest('base64')}`
