import type { Task } from 'engine'

export type Row = { value: string; at: number }
export type Ask = (replica: string) => Task<Row>
export type Store = (replica: string, row: Row) => Task<void>

export function* read(replicas: string[], ask: Ask, store: Store): Task<Row> {
  const answers: { replica: string; row: Row }[] = []
  for (const replica of replicas.slice(0, 2)) answers.push({ replica, row: yield* ask(replica) })
  const newest = answers.reduce((best, one) => (one.row.at > best.row.at ? one : best)).row
  for (const { replica, row } of answers) if (row.at < newest.at) yield* store(replica, newest)
  return newest
}
