import type { Task } from 'engine'

export type Row = { value: string; at: number }
export type Ask = (replica: string) => Task<Row>
export type Store = (replica: string, row: Row) => Task<void>

export function* read(replicas: string[], ask: Ask, store: Store): Task<Row> {
  const one = yield* ask(replicas[0]!)
  const other = yield* ask(replicas[1]!)
  return one.at > other.at ? one : other
}
