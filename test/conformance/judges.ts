import { cellKind, isDeletedBy, isLive } from '#engine/cell/cell.ts'
import { explainReconcile, reconcile } from '#engine/cell/reconcile.ts'
import { validatorDigest } from '#engine/digest/validator.ts'
import { bytesFromHex, bytesOf, hex } from '#engine/hash/bytes.ts'
import { murmur3 } from '#engine/token/murmur3.ts'
import { midpoint, normalizeRanges, rangeContains } from '#engine/token/range.ts'
import { tokenOf } from '#engine/token/token.ts'
import type { Fields } from './fields.ts'
import { judgeRepair } from './judge-repair.ts'
import { judgeTrees } from './judge-trees.ts'
import { pair, type Finding } from './finding.ts'

/** Says, for an item of its file, every fact that the file states and what the engine finds. */
export type Judge = (kind: string, fields: Fields) => readonly Finding[]

/** One judge for each file of reference data. */
export const judges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['tokens.json', judgeToken],
  ['ring.json', judgeRing],
  ['digest.json', judgeDigest],
  ['lww.json', judgeReconcile],
  ['liveness.json', judgeLiveness],
  ['merkle.json', judgeTrees],
  ['repair.json', judgeRepair],
])

/** Kinds here only say where a key comes from: all are judged alike. */
function judgeToken(_kind: string, fields: Fields): readonly Finding[] {
  const key = fields.has('key_hex')
    ? fields.bytes('key_hex')
    : bytesFromHex(fields.text('repeat_hex').repeat(fields.number('times')))
  const hash = murmur3(key, 0, 'signed')
  const textbook = murmur3(key, 0, 'unsigned')
  const findings: Finding[] = [
    { what: 'len', expected: fields.number('len'), received: key.length },
    { what: 'token', expected: fields.text('token'), received: tokenOf(key) },
    { what: 'h1', expected: fields.text('h1'), received: hash.h1 },
    { what: 'h2', expected: fields.text('h2'), received: hash.h2 },
    { what: 'canonical_h1', expected: fields.text('canonical_h1'), received: textbook.h1 },
    {
      what: 'signed_tail_matters',
      expected: fields.truth('signed_tail_matters'),
      received: hash.h1 !== textbook.h1 || hash.h2 !== textbook.h2,
    },
  ]
  if (fields.has('utf8')) {
    const text = fields.text('utf8')
    findings.push({ what: 'bytes of utf8', expected: hex(key), received: hex(bytesOf(text)) })
    findings.push({ what: 'token of utf8', expected: fields.text('token'), received: tokenOf(text) })
  }
  return findings
}

function judgeRing(kind: string, fields: Fields): readonly Finding[] {
  if (kind === 'range_normalize') {
    const received = normalizeRanges(fields.ranges('in')).map(pair)
    return [{ what: 'normalize', expected: fields.ranges('out').map(pair), received }]
  }
  const range = { left: fields.integer64('left'), right: fields.integer64('right') }
  if (kind === 'midpoint') {
    return [{ what: 'midpoint', expected: fields.text('midpoint'), received: midpoint(range) }]
  }
  if (kind === 'range_contains') {
    const received = rangeContains(range, fields.integer64('point'))
    return [{ what: 'contains', expected: fields.truth('contains'), received }]
  }
  throw new Error(`unknown kind of ring.json: ${kind}`)
}

function judgeDigest(kind: string, fields: Fields): readonly Finding[] {
  if (kind !== 'validator_digest') throw new Error(`unknown kind of digest.json: ${kind}`)
  const received = hex(validatorDigest(fields.bytes('input_hex')))
  return [{ what: 'digest', expected: fields.text('digest_hex'), received }]
}

/** Kinds here only say which tie is meant. */
function judgeReconcile(_kind: string, fields: Fields): readonly Finding[] {
  const a = fields.cell('a')
  const b = fields.cell('b')
  const nameOf = (cell: unknown) => (cell === a.cell ? 'a' : 'b')
  const { winner, rule } = explainReconcile(a.cell, b.cell)
  const tie = rule === 'argument order' ? 'argument_order' : 'equal'
  return [
    { what: 'a.type', expected: a.type, received: cellKind(a.cell) },
    { what: 'b.type', expected: b.type, received: cellKind(b.cell) },
    { what: 'winner', expected: fields.text('winner'), received: winner === 'either' ? tie : winner },
    {
      what: 'reconcile_a_b',
      expected: fields.text('reconcile_a_b'),
      received: nameOf(reconcile(a.cell, b.cell)),
    },
    {
      what: 'reconcile_b_a',
      expected: fields.text('reconcile_b_a'),
      received: nameOf(reconcile(b.cell, a.cell)),
    },
  ]
}

function judgeLiveness(kind: string, fields: Fields): readonly Finding[] {
  const { cell, type } = fields.cell('cell')
  const sameType = { what: 'cell.type', expected: type, received: cellKind(cell) }
  if (kind === 'is_live') {
    const received = isLive(cell, Number(fields.integer64('nowInSec')))
    return [sameType, { what: 'live', expected: fields.truth('live'), received }]
  }
  if (kind === 'deletion_deletes') {
    const received = isDeletedBy(cell, fields.integer64('markedForDeleteAt'))
    return [sameType, { what: 'deletes', expected: fields.truth('deletes'), received }]
  }
  throw new Error(`unknown kind of liveness.json: ${kind}`)
}
