/** What of the console a cell has. */
declare const console: {
  log(...values: unknown[]): void
  table(rows: readonly unknown[] | Readonly<Record<string, unknown>>): void
}
