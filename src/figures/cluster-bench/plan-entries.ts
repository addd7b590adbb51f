import { type Fault, type Op, type Plan } from '#engine'

/** An operation or a fault of a plan. */
export type Entry = Op | Fault

/** Operations and faults in one list by time; within each, the order of the plan stays. */
export function entriesInOrder({ ops, faults }: Plan): readonly Entry[] {
  const entries: Entry[] = []
  let op = 0
  let fault = 0
  while (op < ops.length || fault < faults.length) {
    const nextOp = ops[op]
    const nextFault = faults[fault]
    if (nextOp === undefined || (nextFault !== undefined && nextFault.at <= nextOp.at)) {
      entries.push(nextFault!)
      fault++
    } else {
      entries.push(nextOp)
      op++
    }
  }
  return entries
}
