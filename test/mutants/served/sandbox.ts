import type { Isolation } from '#sandbox/isolation.ts'
import type { Item } from '#sandbox/items.ts'
import type { RunEnd } from '#sandbox/runner.ts'
import { tableOf } from './harness.ts'

interface Told {
  readonly startRun: typeof import('#sandbox/runner.ts').startRun
  readonly link: typeof import('#sandbox/link.ts').link
  readonly readMessage: typeof import('#sandbox/read.ts').readMessage
}

/** What the page is told of a run that sends these messages, which a cell's own prelude would never send. */
function heard({ startRun }: Told, messages: readonly unknown[]) {
  const items: Item[] = []
  const values: string[] = []
  const ends: RunEnd['state'][] = []
  let say: (message: unknown) => void = () => {}
  const isolation: Isolation = {
    kind: 'frame',
    begin(_script, listen) {
      say = listen
      return () => {}
    },
  }
  startRun(
    { script: '', lines: [] },
    isolation,
    {
      item: (item) => items.push(item),
      value: (name) => values.push(name),
      ended: ({ state }) => ends.push(state),
    },
    1000,
    { set: () => 0, clear: () => {} },
  )
  for (const message of messages) say(message)
  return { items: items.length, values: values.length, ends }
}

const many = (count: number, message: object) => Array.from({ length: count }, () => message)
const long = { kind: 'string', text: 'x'.repeat(2000), left: 0 }
const line = { type: 'item', item: { type: 'notice', text: '.' } }

/** The order in which a cell runs with what it imports: "top" needs both "left" and "right", and both need "base". */
async function linked({ link }: Told) {
  const imports: { readonly [cell: string]: readonly string[] } = {
    top: ['./left', './right'],
    left: ['./base'],
    right: ['./base'],
    base: ['engine'],
  }
  const load = async (name: string) => ({ name, source: '', code: '', imports: imports[name]! })
  const result = await link('top', load as never, Object.keys(imports))
  return result.ok ? result.cells.map(({ name }) => name) : result.error.message
}

export const sandbox = tableOf<Told>({
  entry: `
export { startRun } from '#sandbox/runner.ts'
export { link } from '#sandbox/link.ts'
export { readMessage } from '#sandbox/read.ts'
`,
  broken: [
    {
      what: 'a run whose prelude is broken shows more items than a cell may',
      file: 'sandbox/runner.ts',
      find: 'if (spent.items++ <= limits.items + 1) listener',
      replace: 'listener',
      // The last words of the prelude come on top of what it lets through.
      says: (told) => heard(told, [{ type: 'started' }, ...many(700, line), { type: 'done' }]),
      sound: { items: 502, values: 0, ends: ['done'] },
    },
    {
      what: 'a run publishes more values than a cell may',
      file: 'sandbox/runner.ts',
      find: 'if (spent.values++ < limits.values) listener',
      replace: 'listener',
      says: (told) => heard(told, many(150, { type: 'value', name: 'n', value: 1 })),
      sound: { items: 0, values: 100, ends: [] },
    },
    {
      what: 'a run shows more characters than a cell may',
      file: 'sandbox/runner.ts',
      find: "if (spent.size > mostSize) return finish('stopped', notice(tooMuch))",
      replace: '',
      // 200,000 characters are a cell's, and 10,000 more are the prelude's last words.
      says(told) {
        const { items, ends } = heard(
          told,
          many(150, { type: 'item', item: { type: 'text', level: 'log', parts: [long] } }),
        )
        return [items > 99, items < 110, ends]
      },
      sound: [true, true, ['stopped']],
    },
    {
      what: 'a run goes on being heard after its end',
      file: 'sandbox/runner.ts',
      find: 'if (!isOver) hear(readMessage(input))',
      replace: 'hear(readMessage(input))',
      says: (told) => heard(told, [{ type: 'started' }, { type: 'done' }, line]),
      sound: { items: 0, values: 0, ends: ['done'] },
    },
    {
      what: 'a cell that two others import runs twice',
      file: 'sandbox/link.ts',
      find: 'if (order.some((done) => done.name === imported)) continue',
      replace: '',
      says: linked,
      sound: ['base', 'left', 'right', 'top'],
    },
    {
      what: 'a worker sends a value that is no number, text or truth',
      file: 'sandbox/read.ts',
      find: 'if (!isText(name, 200) || !isPublished(value)) return undefined',
      replace: 'void [isText(name, 200), isPublished(value)]',
      says: ({ readMessage }) => readMessage({ type: 'value', name: 'n', value: { toString: 1 } }),
      sound: undefined,
    },
  ],
})
