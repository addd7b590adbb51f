import { useEffect, useState } from 'preact/hooks'
import { sourcesOf } from '#cells/kit.ts'
import {
  notebookCells,
  playground,
  putCell,
  removeCell,
  settled,
  type KeptCell,
  type NotebookCell,
} from '#cells/notebook.ts'
import type { SharedCode } from '#links/code-link.ts'
import { freeName, isCellName } from '#text/cell-name.ts'
import type { CodeAddresses } from './code-cell.tsx'

/** What was done last, and the way back. */
export interface Done {
  readonly words: string
  undo(): Promise<void>
}

type NewCell = Omit<KeptCell, 'addedAt'>

/** The playground's cells: kept one by one, and told again when another tab may have changed them. */
export function useNotebook(addresses: CodeAddresses) {
  const { cells, done, forget, act } = useKept()
  const all = { lesson: playground, ...addresses }

  /** What the reader has made of a cell, as the editor has it. */
  const textOf = async (name: string) =>
    (await sourcesOf(all, name)).find((source) => source.name === name)?.text

  /** Adds cells under names that nobody has yet; gives the name that the first of them got. */
  async function add(
    fresh: readonly NewCell[],
    words: (names: readonly string[]) => string,
  ): Promise<string> {
    const named = settled(fresh, await names())
    const made = named.map(({ name }) => name)
    const addedAt = Date.now()
    const put = async () => {
      for (const [index, cell] of named.entries()) await putCell({ ...cell, addedAt: addedAt + index })
    }
    await act(put, words(made), async () => {
      for (const name of made) await removeCell(name)
    })
    return made[0]!
  }

  async function remove(cell: NotebookCell): Promise<void> {
    const text = await textOf(cell.name)
    await act(
      () => removeCell(cell.name),
      `${cell.name} is deleted.`,
      // Another tab may have used the name since.
      async () => putCell({ ...cell, name: freeName(cell.name, await names()), text }),
    )
  }

  async function move(cell: NotebookCell, name: string): Promise<void> {
    const text = await textOf(cell.name)
    const to = async (from: string, other: string) => {
      await putCell({ ...cell, name: other, text: await textOf(from).catch(() => text) })
      await removeCell(from)
    }
    const words = `${cell.name} is now ${name}. A cell that imports it must say './${name}'.`
    await act(
      () => to(cell.name, name),
      words,
      () => to(name, cell.name),
    )
  }

  return {
    cells,
    done,
    add,
    remove,
    textOf,
    kept: notebookCells,
    async undo(): Promise<void> {
      forget()
      await done?.undo()
    },
    /** Gives what's wrong with the name; empty when it was taken. */
    rename(cell: NotebookCell, name: string): string {
      const others = (cells ?? []).map((one) => one.name).filter((one) => one !== cell.name)
      const wrong = name === cell.name ? '' : wrongWith(name, others)
      if (wrong === '' && name !== cell.name) void move(cell, name)
      return wrong
    },
    async duplicate({ name, beginning, from, isForeign }: NotebookCell): Promise<string> {
      const copy = { name, beginning, from, isForeign, text: await textOf(name) }
      return add([copy], ([made]) => `${name} is copied as ${made}.`)
    },
    /** All cells as they are, to be shared together. */
    async everything(): Promise<SharedCode> {
      const list = (cells ?? []).map(async ({ name, beginning, from }) => ({
        name,
        text: (await textOf(name)) ?? beginning,
        from,
      }))
      const shared = await Promise.all(list)
      return { cells: shared, first: shared[0]?.name ?? '', title: '' }
    },
  }
}

/** What's kept, and what was done to it last. */
function useKept() {
  const [cells, setCells] = useState<readonly NotebookCell[]>()
  const [done, setDone] = useState<Done>()

  const refresh = async () => setCells(await notebookCells())
  useEffect(() => {
    void refresh()
    const look = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  /** Does it, shows what's there then, and offers the way back. */
  async function act(
    work: () => Promise<unknown>,
    words: string,
    back: () => Promise<unknown>,
  ): Promise<void> {
    await work()
    await refresh()
    setDone({
      words,
      async undo() {
        await back()
        await refresh()
      },
    })
  }

  return { cells, done, forget: () => setDone(undefined), act }
}

async function names(): Promise<readonly string[]> {
  return (await notebookCells()).map(({ name }) => name)
}

function wrongWith(name: string, others: readonly string[]): string {
  if (!isCellName(name)) return 'A name is letters, digits, - and _, like that of a file.'
  const isTaken = others.some((other) => other.toLowerCase() === name.toLowerCase())
  return isTaken ? 'Another cell has this name.' : ''
}
