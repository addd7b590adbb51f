// Moments and spans of virtual time, as the figure writes them: short, and exact to the millisecond below a minute.

/** "0", "510 ms", "4.01 s", "2 min 5 s", "3 h 0 min", "11 d 6 h". */
export function momentText(ms: number): string {
  if (ms < 1000) return ms === 0 ? '0' : `${ms} ms`
  if (ms < 60_000) return `${trimmed(ms / 1000)} s`
  if (ms < 3_600_000) return pair(ms, 60_000, 'min', 1000, 's')
  if (ms < 172_800_000) return pair(ms, 3_600_000, 'h', 60_000, 'min')
  return pair(ms, 86_400_000, 'd', 3_600_000, 'h')
}

/** A span, rounded to what a reader takes in: "480 ms", "1.97 s", "59 s", "3 h", "10 days". */
export function spanText(ms: number): string {
  if (ms < 1000) return `${ms} ms`
  if (ms < 10_000) return `${trimmed(Math.round(ms / 10) / 100)} s`
  if (ms < 90_000) return `${Math.round(ms / 1000)} s`
  if (ms < 5_400_000) return `${Math.round(ms / 60_000)} min`
  if (ms < 172_800_000) return `${trimmed(Math.round(ms / 360_000) / 10)} h`
  return `${trimmed(Math.round(ms / 8_640_000) / 10)} days`
}

function trimmed(seconds: number): string {
  return String(Number(seconds.toFixed(3)))
}

function pair(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % large) / small)
  return `${Math.floor(ms / large)} ${largeName}${rest === 0 ? '' : ` ${rest} ${smallName}`}`
}
