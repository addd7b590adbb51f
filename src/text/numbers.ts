// No Intl: the page, the print and every browser must write the same characters.

/** 32768 -> "32,768". Fractions are kept as they are. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? separated : `${separated}.${fraction}`
}

/** Milliseconds as a clock in seconds, with one decimal always: "12.0 s". */
export function secondsText(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** "1 slip", "2 slips", "32,768 slips"; `many` where an s isn't enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}
