// Moments and spans of virtual time, as the figure writes them.

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const

/** A moment, exact: "0", "510 ms", "4.01 s", "2 min 5 s", "3 h", "13 d + 20 ms". */
export function momentText(ms: number): string {
  if (ms < 1000) return ms === 0 ? '0' : `${ms} ms`
  if (ms < 60_000) return `${trimmed(ms / 1000)} s`
  const [name, size] = units.find((unit) => ms >= unit[1])!
  const rest = ms % size
  const whole = `${Math.floor(ms / size)} ${name}`
  return rest === 0 ? whole : `${whole}${rest < 1000 || name === 'd' ? ' +' : ''} ${momentText(rest)}`
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
