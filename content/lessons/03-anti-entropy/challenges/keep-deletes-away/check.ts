import { cell, checkOf, plan, type Challenge, type Program, type Run, type Task } from 'engine'
import type * as solution from './solution'

type Row = solution.Row
type Rows = { readonly [key: string]: Row }
type Answer = typeof solution

const nodes = ['A', 'B', 'C']

const program =
  ({ remove, merge, keep }: Answer): Program =>
  (node) => {
    const rows = () => (node.disk ?? {}) as Rows
    const put = (key: string, row: Row | undefined) => {
      const { [key]: _old, ...rest } = rows()
      node.disk = row === undefined ? rest : { ...rest, [key]: row }
    }
    return {
      *start(): Task<void> {
        for (let second = 1; ; second++) {
          yield* node.sleep(1000)
          for (const [key, row] of Object.entries(rows())) if (!keep(row, node.now())) put(key, undefined)
          if (second % 2 === 0 && Object.keys(rows()).length > 0) {
            for (const other of node.others) node.send(other, 'gossip', node.disk)
          }
        }
      },
      gossip(theirs: Rows) {
        for (const [key, row] of Object.entries(theirs)) {
          const ours = rows()[key]
          put(key, ours === undefined ? row : merge(ours, row))
        }
      },
      write({ key, value }: { key: string; value: string }) {
        put(key, { value, at: node.now() })
        return { ok: true }
      },
      delete({ key }: { key: string }) {
        put(key, remove(rows()[key], node.now()))
        return { ok: true }
      },
    }
  }

/** A row is written, gossiped and deleted while one node is cut off for a while; in some plans it's written again. */
function menu(answer: Answer, seed: number) {
  const away = nodes[seed % 3]!
  const others = nodes.filter((node) => node !== away)
  const cutAt = 4500 + ((seed * 769) % 2500)
  const system = cell(program(answer), { nodes })
  let menu = plan(system, { seed, until: 80_000 })
    .at(100 + ((seed * 37) % 900))
    .ask('write', { key: 'nut cake', value: 'on the menu' }, { via: others[0]! })
    .at(cutAt)
    .cut(away, others)
    .at(cutAt + 1000)
    .ask('delete', { key: 'nut cake' }, { via: others[seed % 2]! })
    .at(cutAt + 4000 + ((seed * 431) % 6000))
    .mend(away, others)
  if (seed % 4 === 0)
    menu = menu.at(30_000).ask('write', { key: 'nut cake', value: 'back again' }, { via: away })
  return menu
}

const rowsAt = (run: Run) =>
  [...run.final].map(([id, { disk }]) => [id, (disk as Rows | undefined)?.['nut cake']] as const)

const gone = checkOf('deleted rows stay away', 'none', (run) => {
  const deleted = run.history.find((one) => one.do === 'delete')
  if (deleted === undefined) return { result: 'vacuous', why: 'Nothing was deleted.', at: [] }
  const again = run.history.some((one) => one.do === 'write' && one.call > deleted.call)
  for (const [id, row] of rowsAt(run)) {
    if (again && row?.value !== 'back again')
      return {
        result: 'broken',
        why: `The row was written again after the delete, and ${id} doesn’t have it.`,
        at: [],
      }
    if (!again && row?.value !== undefined)
      return {
        result: 'broken',
        why: `The row was deleted at ${deleted.call / 1000} s, and at the end ${id} has it again.`,
        at: [],
      }
  }
  return { result: 'holds', why: 'The delete won everywhere.', at: [] }
})

const swept = checkOf('deletes are gone in the end', 'none', (run) => {
  if (!run.history.some((one) => one.do === 'delete'))
    return { result: 'vacuous', why: 'Nothing was deleted.', at: [] }
  const kept = rowsAt(run).find(([, row]) => row !== undefined && row.value === undefined)
  return kept === undefined
    ? { result: 'holds', why: 'No tombstone is left.', at: [] }
    : { result: 'broken', why: `A minute later ${kept[0]} still holds the tombstone.`, at: [] }
})

export const asked: Challenge<Answer> = {
  needs: { remove: 'function', merge: 'function', keep: 'function' },
  scenario: menu,
  checks: [gone, swept],
  seeds: 60,
}
