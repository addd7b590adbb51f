import type { Check, Event, Json, Operation, Run } from '../core/types.ts'
import { canonical } from './canonical.ts'
import { broken, checkOf, holds, vacuous, type Finding } from './check.ts'
import { converged } from './converged.ts'
import { durable } from './durable.ts'
import { freshReads } from './fresh-reads.ts'
import { linearizable } from './linearizable.ts'
import { monotonicReads } from './monotonic-reads.ts'
import { noMajorityRollback } from './no-majority-rollback.ts'
import { oneLeaderPerTerm } from './one-leader-per-term.ts'
import { counted } from './operation-text.ts'

/**
 * What a kept plan is to show, as data: all of it has to be true of the run. `op` and `fault` name entries of the plan;
 * a statement about an entry that isn't in the plan is vacuous, so that shrinking can't cheat.
 */
export type Statement =
  /** The operation answered this: a read its value, a refusal its error, anything else true. Null: nothing there. */
  | { readonly op: string; readonly answers: Json }
  /** It was refused for certain: `refused: unavailable`. */
  | { readonly op: string; readonly refused: string }
  /** No definite answer came: it may have happened. */
  | { readonly op: string; readonly unanswered: true }
  /** How many milliseconds it took, [least, most]. */
  | { readonly op: string; readonly takes: readonly [number, number] }
  /** The fault had something to act on. */
  | { readonly fault: string; readonly applied: boolean }
  /** The messages whose address begins so were lost for this reason, `times` times (at least once when not said). */
  | { readonly lost: string; readonly why: string; readonly times?: number }
  /** The message arrived at these milliseconds (an empty list: never). */
  | { readonly arrives: string; readonly at: readonly number[] }
  /** The programs made this mark, `times` times (at least once when not said; 0 is never). */
  | { readonly marked: string; readonly times?: number }
  /** ... and made it between these milliseconds, every time. */
  | { readonly marked: string; readonly between: readonly [number, number] }
  /** A check by its name says holds, or broken. */
  | { readonly check: string; readonly says: 'holds' | 'broken' }
  /** How many events, messages or bytes the run took, [least, most]. */
  | { readonly counted: 'events' | 'messages' | 'bytes'; readonly between: readonly [number, number] }

const named = new Map<string, Check>(
  [converged, durable, freshReads, monotonicReads, noMajorityRollback, oneLeaderPerTerm, linearizable()].map(
    (check) => [check.name, check],
  ),
)

/** Makes a check known by its name, so that a plan in a file may ask for it. */
export function nameCheck(check: Check): void {
  named.set(check.name, check)
}

/**
 * The check that all statements are true of a run: `broken` names the first that isn't.
 * @throws RangeError for a check that nobody knows
 */
export function shows(statements: readonly Statement[]): Check {
  for (const statement of statements) if ('check' in statement) checkNamed(statement.check)
  return checkOf('shows', 'trace', (run) => {
    const findings = statements.map((statement) => judge(run, statement))
    const worst =
      findings.find(({ result }) => result === 'broken') ??
      findings.find(({ result }) => result === 'unknown') ??
      findings.find(({ result }) => result === 'vacuous')
    return worst ?? holds(findings.map(({ why }) => why).join(' '))
  })
}

/**
 * The check of this name.
 * @throws RangeError for a name that nobody knows
 */
export function checkNamed(name: string): Check {
  const check = named.get(name)
  if (check !== undefined) return check
  throw new RangeError(`a check is one of ${[...named.keys()].join(', ')}; received "${name}"`)
}

function judge(run: Run, statement: Statement): Finding {
  if ('op' in statement) return judgeOperation(run, statement)
  if ('fault' in statement) return judgeFault(run, statement)
  if ('lost' in statement) return judgeLoss(run, statement)
  if ('arrives' in statement) return judgeArrival(run, statement)
  if ('marked' in statement) {
    if ('between' in statement) return judgeMoments(run, statement)
    return judgeCount(
      `"${statement.marked}" happened`,
      run.marks.get(statement.marked) ?? 0,
      statement.times,
      [],
    )
  }
  if ('check' in statement) {
    const verdict = checkNamed(statement.check)(run)
    if (statement.says === verdict.result) return holds(verdict.why)
    return verdict.result === 'holds' || verdict.result === 'broken'
      ? broken(`${statement.check} should be ${statement.says}. ${verdict.why}`, verdict.at)
      : verdict
  }
  const [least, most] = statement.between
  const count = run.counters[statement.counted]
  const why = `The run took ${count} ${statement.counted}`
  if (count >= least && count <= most) return holds(`${why}.`)
  return broken(`${why}, not ${least} to ${most}.`, [])
}

function judgeOperation(run: Run, statement: Statement & { readonly op: string }): Finding {
  const { op } = statement
  const operation = run.history.find((other) => other.id === op)
  if (operation === undefined) return vacuous(`The plan has no operation "${op}".`)
  const at = run.trace.filter((event) => 'op' in event && event.op === op).map(({ index }) => index)
  const took = operation.return === null ? undefined : operation.return - operation.call
  const happened =
    took === undefined ? `"${op}" wasn’t answered` : `"${op}" answered ${answerText(operation)} in ${took} ms`
  const [right, wanted] = compare(statement, operation, took)
  return right ? holds(`${happened}.`) : broken(`${happened}, but it should ${wanted}.`, at)
}

function compare(
  statement: Statement,
  operation: Operation,
  took: number | undefined,
): readonly [boolean, string] {
  if ('unanswered' in statement) return [took === undefined, 'stay without an answer']
  if ('takes' in statement) {
    const [least, most] = statement.takes
    return [took !== undefined && took >= least && took <= most, `take ${least} to ${most} ms`]
  }
  if ('refused' in statement) {
    const error = (operation.output as { readonly error?: Json } | undefined)?.error
    return [error === statement.refused, `be refused: ${statement.refused}`]
  }
  const wanted = 'answers' in statement ? canonical(statement.answers) : ''
  return [took !== undefined && answerText(operation) === wanted, `answer ${wanted}`]
}

/** What an operation answered, as a statement says it. */
function answerText({ output }: Operation): string {
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return canonical(output)
  const answer = output as { readonly [name: string]: Json | undefined }
  if ('value' in answer) return canonical(answer['value'])
  return canonical('error' in answer ? output : 'ok' in answer ? true : output)
}

function judgeFault(run: Run, { fault, applied }: Extract<Statement, { fault: string }>): Finding {
  if (!run.plan.faults.some((other) => other.id === fault))
    return vacuous(`The plan has no fault "${fault}".`)
  const struck = run.trace.filter((event) => event.type === 'fault' && event.fault === fault && event.applied)
  const why = struck.length > 0 ? `"${fault}" took effect` : `"${fault}" had no effect`
  if (struck.length > 0 === applied) return holds(`${why}.`)
  return broken(
    `${why}, but it should ${applied ? 'take effect' : 'have no effect'}.`,
    struck.map(({ index }) => index),
  )
}

function judgeMoments(
  run: Run,
  { marked, between: [first, last] }: Extract<Statement, { marked: string; between: unknown }>,
): Finding {
  const made = run.trace.filter((event) => event.type === 'mark' && event.text === marked)
  const moments = made.map(({ at }) => at)
  const why = `"${marked}" happened ${moments.length === 0 ? 'never' : `at ${moments.join(' and ')} ms`}`
  if (moments.length > 0 && moments.every((at) => at >= first && at <= last)) return holds(`${why}.`)
  return broken(
    `${why}, not between ${first} and ${last} ms.`,
    made.map(({ index }) => index),
  )
}

function judgeLoss(run: Run, { lost, why, times }: Extract<Statement, { lost: string }>): Finding {
  const sent = messages(run, 'send', lost)
  if (run.plan.ops.length === 0) return vacuous('The plan has no operations.')
  const gone = messages(run, 'lost', lost).filter((event) => event.type === 'lost' && event.why === why)
  const at = (gone.length > 0 ? gone : sent).map(({ index }) => index)
  return judgeCount(`A message ${lost} was lost (${why})`, gone.length, times, at)
}

function judgeArrival(run: Run, { arrives, at }: Extract<Statement, { arrives: string }>): Finding {
  const sent = messages(run, 'send', arrives)
  if (run.plan.ops.length === 0) return vacuous('The plan has no operations.')
  const came = messages(run, 'receive', arrives)
  const times = came.map((event) => event.at)
  const why = `${arrives} arrived ${times.length === 0 ? 'never' : `at ${times.join(' and ')} ms`}`
  if (canonical(times) === canonical(at)) return holds(`${why}.`)
  return broken(
    `${why}, not ${at.length === 0 ? 'never' : `at ${at.join(' and ')} ms`}.`,
    [...sent, ...came].map(({ index }) => index),
  )
}

/** Messages of one address, or, when it has no number, of all whose address begins so. */
function messages(run: Run, type: Event['type'], address: string): readonly Event[] {
  const whole = address.includes('#')
  return run.trace.filter(
    (event) =>
      event.type === type &&
      'message' in event &&
      (whole ? event.message === address : event.message.startsWith(address)),
  )
}

function judgeCount(what: string, count: number, times: number | undefined, at: readonly number[]): Finding {
  const right = times === undefined ? count > 0 : count === times
  const why = `${what} ${counted(count, 'time')}`
  return right ? holds(`${why}.`) : broken(`${why}, not ${times ?? 'once or more'}.`, at)
}
