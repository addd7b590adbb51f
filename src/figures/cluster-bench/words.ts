import type { Edit, Fault, Json, Op } from '#engine'

const disks = {
  keep: 'disk kept',
  kill: 'process killed',
  'lose-unsynced': 'unsynced data is lost',
  wipe: 'disk wiped',
} as const

/** An operation or a fault as the reader says it: "crash B, disk kept", "write table 3 = no nuts at A, QUORUM". */
export function entryInWords(entry: Edit | Op | Fault): string {
  if ('client' in entry) return operationInWords(entry)
  switch (entry.do) {
    case 'crash':
      return `crash ${entry.node}, ${disks[entry.disk]}`
    case 'restart':
    case 'pause':
    case 'resume':
      return `${entry.do} ${entry.node}`
    case 'clock':
      return `set the clock of ${entry.of} ${shift(entry.clock.offsetMs)}`
    case 'cut':
      return `cut ${sides(entry)}`
    case 'mend':
      return entry.from.length === 0 && entry.to.length === 0 ? 'heal all links' : `mend ${sides(entry)}`
    case 'drop':
      return `drop ${entry.message}`
    case 'hold':
      return `hold ${entry.message} for ${entry.byMs ?? 0} ms`
    case 'duplicate':
      return `duplicate ${entry.message}`
  }
}

function operationInWords({ do: what, coordinator, args }: Pick<Op, 'do' | 'coordinator' | 'args'>): string {
  const given = typeof args === 'object' && args !== null && !Array.isArray(args) ? args : {}
  const { key, value, level } = given as { readonly [name: string]: Json | undefined }
  const asked = [what, plain(key), value === undefined ? '' : `= ${plain(value)}`].filter(Boolean).join(' ')
  const at = coordinator === undefined ? '' : ` at ${coordinator}`
  return `${asked}${at}${typeof level === 'string' ? `, ${level}` : ''}`
}

function plain(value: Json | undefined): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 30 ? `${text.slice(0, 29)}…` : text
}

interface Sides {
  readonly do: 'cut' | 'mend'
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly oneWay?: boolean
}

function sides({ do: what, from, to, oneWay }: Sides): string {
  const side = (ids: readonly string[]) => (ids.length === 0 ? 'everyone' : ids.join(', '))
  if (oneWay === true) return `messages from ${side(from)} to ${side(to)}`
  return `${side(from)} ${what === 'cut' ? 'from' : 'and'} ${side(to)}`
}

function shift(offsetMs: number): string {
  if (offsetMs === 0) return 'right'
  return `${Math.abs(offsetMs)} ms ${offsetMs < 0 ? 'back' : 'forward'}`
}
