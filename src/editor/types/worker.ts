import { expose } from 'comlink'
import ts from 'typescript'
import { TypeService } from './service.ts'

/** The types of a lesson's cells, in a worker of their own: the compiler never holds the page up. */
const api = {
  /** Reads the declarations (`data`, an address of this site), once; resolves when questions can be asked. */
  async open(data: string): Promise<void> {
    opening ??= fetch(data)
      .then((response) => {
        if (!response.ok) throw new Error(`${data}: ${response.status}`)
        return response.json() as Promise<ConstructorParameters<typeof TypeService>[1]>
      })
      .then((declared) => new TypeService(ts, declared))
    await opening
  },
  /** Sets the texts of cells, by name. */
  set: async (cells: Readonly<Record<string, string>>): Promise<void> => {
    const service = await opened()
    for (const [cell, text] of Object.entries(cells)) service.set(cell, text)
  },
  problems: async (cell: string) => (await opened()).problems(cell),
  completions: async (cell: string, at: number) => (await opened()).completions(cell, at),
  explainCompletion: async (cell: string, at: number, label: string) =>
    (await opened()).explainCompletion(cell, at, label),
  hover: async (cell: string, at: number) => (await opened()).hover(cell, at),
  signature: async (cell: string, at: number) => (await opened()).signature(cell, at),
  definition: async (cell: string, at: number) => (await opened()).definition(cell, at),
  asked: async (cell: string) => (await opened()).asked(cell),
}

let opening: Promise<TypeService> | undefined

function opened(): Promise<TypeService> {
  if (opening === undefined) throw new Error('the types were asked before they were opened')
  return opening
}

/** What the worker answers; the page calls it through comlink. */
export type TypesApi = typeof api

expose(api)
