import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * What a file of `.cache` keeps, as JSON; undefined when there's none, or it isn't whole: another process may be at it, since
 * the site is built twice while tests run, and all of them remember the same work.
 */
export function readKept(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Keeps a value as JSON. The file is there when all of it is: what's half written has another name. */
export function keep(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}.part`
  writeFileSync(part, JSON.stringify(value))
  renameSync(part, path)
}
