import type { NodeId, Plan } from '../core/types.ts'
import type { Disk, Memory } from './state.ts'
import { brief, entriesText } from '../face/value-text.ts'
import { keysOf } from '../face/keys.ts'
import type { StateLine } from '../face/face.ts'

/** What people call a member's role. */
export const roles = {
  primary: 'primary',
  secondary: 'secondary',
  arbiter: 'arbiter',
  startup2: 'copying all data',
  rollback: 'rolling back',
  recovering: 'too far behind',
  down: 'down: can’t roll back',
} as const

/** How a member of a replica set is told: its role and term, what it has of the plan's keys, its oplog, what it undid. */
export function setLines(plan: Plan) {
  const keys = keysOf(plan.ops)
  return (
    _node: NodeId,
    state: { readonly memory: unknown; readonly disk: unknown },
  ): readonly StateLine[] => {
    const memory = state.memory as Memory | undefined
    const disk = state.disk as Disk | undefined
    if (memory === undefined || disk === undefined) return []
    const { role, term, commitPoint } = memory
    const lines: StateLine[] = [{ id: 'role', label: roles[role], value: `term ${term}`, kind: 'role' }]
    if (role === 'arbiter') return lines
    for (const key of keys) {
      const value = disk.contents.documents.get(key)
      const id = `key ${key}`
      if (value === undefined) lines.push({ id, label: key, value: 'nothing', kind: 'nothing' })
      else lines.push({ id, label: key, value: brief(value), kind: 'value' })
    }
    const value = `${entriesText(disk.last.index, 'entry', 'entries')}, ${commitPoint.index} committed`
    lines.push({ id: 'oplog', label: 'oplog', value, kind: 'plain' })
    for (const { name, documents } of disk.rollbackFiles) {
      const undone = documents.map((document) => `${document.key} = ${brief(document.value)}`).join(', ')
      lines.push({
        id: name,
        label: 'rolled back',
        value: undone === '' ? name : undone,
        kind: 'deleted',
        detail: name,
      })
    }
    return lines
  }
}
