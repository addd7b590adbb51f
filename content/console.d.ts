/** What of the console a cell has. */
declare const console: {
  log(...values: unknown[]): void
  info(...values: unknown[]): void
  debug(...values: unknown[]): void
  warn(...values: unknown[]): void
  error(...values: unknown[]): void
  /** Shows a value as it is, with nothing filled in. */
  dir(value: unknown): void
  /** Says nothing while the condition holds. */
  assert(condition?: unknown, ...values: unknown[]): void
  /** A table with one line for each record. */
  table(rows: readonly unknown[] | Readonly<Record<string, unknown>>): void
  /** Sets in what follows, until `groupEnd`. */
  group(...values: unknown[]): void
  groupCollapsed(...values: unknown[]): void
  groupEnd(): void
  /** Counts how often it was called with this label. */
  count(label?: string): void
  countReset(label?: string): void
  /** Measures real time on this machine: no two runs give the same. */
  time(label?: string): void
  timeLog(label?: string, ...values: unknown[]): void
  timeEnd(label?: string): void
  trace(...values: unknown[]): void
}

/** Outside of a run a cell has timers; inside, `yield* node.sleep(ms)` waits in virtual time. */
declare function setTimeout<Given extends unknown[]>(
  callback: (...given: Given) => void,
  ms?: number,
  ...given: Given
): number
declare function setInterval<Given extends unknown[]>(
  callback: (...given: Given) => void,
  ms?: number,
  ...given: Given
): number
declare function clearTimeout(timer?: number): void
declare function clearInterval(timer?: number): void
declare function queueMicrotask(callback: () => void): void
declare function structuredClone<Value>(value: Value): Value
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  decode(bytes?: Uint8Array): string
}
