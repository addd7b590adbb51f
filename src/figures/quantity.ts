import { listed } from '#text/lists.ts'
import { counted, grouped } from '#text/numbers.ts'

// Numbers as the figures write them. No Intl: the page, the print and every browser must write the same characters.
export { counted, grouped, listed }

/** Bytes in decimal units with three figures: "992 bytes", "1 byte", "2.10 MB", "1.05 MB". */
export function bytesText(bytes: number): string {
  // Never "B" for bytes: B is a replica.
  if (bytes < 1000) return counted(bytes, 'byte')
  const units = ['kB', 'MB', 'GB', 'TB']
  let value = bytes / 1000
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${threeFigures(value)} ${units[unit]}`
}

/** A duration given in milliseconds: "0.4 ms", "11.2 ms", "640 ms", "5.1 s", "2 min 5 s". */
export function durationText(ms: number): string {
  if (ms < 99.95) return `${trimmed(ms.toFixed(1))} ms`
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 9_995) return `${(ms / 1000).toFixed(2)} s`
  if (ms < 59_950) return `${trimmed((ms / 1000).toFixed(1))} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  const minutes = Math.round(seconds / 60)
  return `${grouped(Math.floor(minutes / 60))} h ${minutes % 60} min`
}

/** Bandwidth given in Mbit/s: "100 Mbit/s", "10 Gbit/s". */
export function bandwidthText(megabits: number): string {
  return megabits >= 1000 ? `${grouped(megabits / 1000)} Gbit/s` : `${grouped(megabits)} Mbit/s`
}

function threeFigures(value: number): string {
  if (value >= 99.95) return grouped(Math.round(value))
  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2)
}

function trimmed(text: string): string {
  return text.replace(/\.0$/, '')
}

/** A share of 1 as a whole percentage: "33%". */
export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`
}

const encoder = new TextEncoder()

/** How many bytes a text has as UTF-8. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length
}
