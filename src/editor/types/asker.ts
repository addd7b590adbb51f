import { openPort, type PortOptions } from '#workers/port.ts'
import type { Question, Questions } from './answers.ts'

/** Where the types of cells come from: the worker's script, and the declarations that it reads. */
interface TypesAddresses {
  readonly worker: string
  readonly data: string
}

/** Questions as the worker serves them; the page never answers one itself. */
type ServedTypes = {
  readonly ask: (
    data: string,
    cells: Readonly<Record<string, string>>,
    question: Question,
    parameters: readonly unknown[],
  ) => Promise<unknown>
}

/** Asks the types' worker on behalf of all editors of a page. */
export interface Asker {
  /**
   * The answer about cells whose texts are these; undefined when no worker answers, which is also what a question without an
   * answer gives: without types an editor simply has less to say.
   */
  ask<Q extends Question>(
    cells: Readonly<Record<string, string>>,
    question: Q,
    ...parameters: Questions[Q]['asks']
  ): Promise<Questions[Q]['answer'] | undefined>
  close(): void
}

/** A slow line takes this long for 1 MB; TypeScript itself is read in a second or two. */
const startMs = 120_000
const patienceMs = 30_000

/** Asks a worker about types. The worker is fetched by the first question and by nothing else. */
export function openAsker(
  { worker, data }: TypesAddresses,
  make: PortOptions<ServedTypes>['make'] = () => new Worker(worker),
): Asker {
  const port = openPort<ServedTypes>({
    make,
    here: () => Promise.reject(new Error('the page itself knows no types')),
    startMs,
    patienceMs: startMs + patienceMs,
  })
  return {
    async ask(cells, question, ...parameters) {
      const called = await port.call('ask', data, cells, question, parameters)
      return called.ok ? (called.value as Questions[typeof question]['answer']) : undefined
    },
    close: () => port.close(),
  }
}
