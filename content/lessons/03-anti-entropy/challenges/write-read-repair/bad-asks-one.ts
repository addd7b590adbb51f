import type { Task } from 'engine'

export type Row = { value: string; at: number }
export type Ask = (replica: string) => Task<Row>
export type Store = (replica: string, row: Row) => Task<void>

export function* read(replicas: string[], ask: Ask): Task<Row> {
  return yield* ask(replicas[0]!)
}
