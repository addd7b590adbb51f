import ts from 'typescript'
import { serve } from '#workers/serve.ts'
import type { Question } from './answers.ts'
import { TypeService } from './service.ts'

let opening: Promise<TypeService> | undefined

/** Reads the declarations (`data`, an address of this site) once; a failed fetch is tried again by the next question. */
function opened(data: string): Promise<TypeService> {
  opening ??= fetch(data)
    .then((response) => {
      if (!response.ok) throw new Error(`${data}: ${response.status}`)
      return response.json() as Promise<ConstructorParameters<typeof TypeService>[1]>
    })
    .then((declared) => new TypeService(ts, declared))
  opening.catch(() => (opening = undefined))
  return opening
}

/** The types of a lesson's cells, in a worker of their own: the compiler never holds the page up. */
const api = {
  /** One question, with all that its answer depends on: a restarted worker needs no history. */
  async ask(
    data: string,
    cells: Readonly<Record<string, string>>,
    question: Question,
    parameters: readonly unknown[],
  ): Promise<unknown> {
    const service = await opened(data)
    service.setAll(cells)
    return (service as unknown as Record<Question, (...given: readonly unknown[]) => unknown>)[question](
      ...parameters,
    )
  },
}

serve(api)
