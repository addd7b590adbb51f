import type { Seen, SeenName, SeenWait, Wait } from './items.ts'
import { limits } from './limits.ts'
import { readList, record, isText, isCount } from './read-fields.ts'

/** What a watched run told of its names and waits, read field by field. */
export function readSeen(input: unknown): Seen | undefined {
  const fields = record(input)
  const names = readList(fields?.['names'], limits.seenNames, readSeenName)
  const waits = readList(fields?.['waits'], limits.waitSites, readSeenWait)
  return names && waits && { names, waits }
}

function readSeenName(input: unknown): SeenName | undefined {
  const { cell, line, name, times, text } = record(input) ?? {}
  if (!isText(cell, 100) || !isCount(line) || !isText(name, 200) || !isCount(times)) return undefined
  return isText(text, limits.seenCharacters) ? { cell, line, name, times, text } : undefined
}

function readSeenWait(input: unknown): SeenWait | undefined {
  const { cell, line, times, totalMs, all: list } = record(input) ?? {}
  if (!isText(cell, 100) || !isCount(line) || !isCount(times) || !isCount(totalMs)) return undefined
  const all = readList(list, limits.waits, readWait)
  return all && { cell, line, times, totalMs, all }
}

function readWait(input: unknown): Wait | undefined {
  const { run, fromMs, toMs, node, kind, on: list } = record(input) ?? {}
  if (!isCount(run) || !isCount(fromMs) || !isCount(toMs)) return undefined
  if (!isText(node, 200) || !isText(kind, 20)) return undefined
  const on = readList(list, 20, (name) => (isText(name, 200) ? name : undefined))
  return on && { run, fromMs, toMs, node, kind, on }
}
