import { useEffect, useState } from 'preact/hooks'
import { readCodeLink, type SharedCode } from '#links/code-link.ts'
import { mostFileBytes, readFile } from '#links/file.ts'
import { isLink, noLinkOfThisPage } from '#links/plan-link.ts'
import { lessonCells } from './lesson-cells.ts'
import type { useNotebook } from './use-notebook.ts'

interface Opening {
  readonly notebook: ReturnType<typeof useNotebook>
  /** Says what went wrong; nothing for nothing. */
  say(trouble: string): void
  /** Brings what has this id into view, as soon as it's there. */
  look(id: string): void
}

/** What came by an address or a file: another person's code, shown beside the reader's own, or a copy of a lesson's cell. */
export function useOpening({ notebook, say: setTrouble, look: setLook }: Opening) {
  const [shared, setShared] = useState<SharedCode>()
  const [own, setOwn] = useState<ReadonlyMap<string, string>>(new Map())

  useEffect(() => {
    const onHash = () => void openAddress()
    onHash()
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])

  async function openAddress(): Promise<void> {
    const { hash } = location
    const from = new URLSearchParams(hash.slice(1)).get('cell')
    if (from !== null) {
      await openCell(from)
      // Said and done: a reload opens no second copy.
      history.replaceState(null, '', location.pathname)
      return
    }
    const read = await readCodeLink(hash)
    if (read.ok) await show(read.code)
    else if (read.trouble !== 'absent' || isLink(hash)) {
      const why = read.trouble === 'absent' ? noLinkOfThisPage : read.message
      setTrouble(`${why} Your own cells are as they were.`)
    }
  }

  async function show(code: SharedCode): Promise<void> {
    const texts = await Promise.all(
      code.cells.map(async ({ name }) => [name, await notebook.textOf(name).catch(() => undefined)] as const),
    )
    setOwn(new Map(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]))))
    setTrouble('')
    setShared(code)
    setLook('playground-shared')
  }

  async function openCell(from: string): Promise<void> {
    try {
      const found = await lessonCells(from)
      if (found === undefined) return setTrouble(`The lessons have no cell “${from.slice(0, 80)}”.`)
      const same = (await notebook.kept()).find(
        (cell) => cell.from === from && cell.beginning === found[0]!.beginning,
      )
      if (same !== undefined) return setLook(`cell-${same.name}`)
      const first = await notebook.add(found, (names) => `Opened as a copy: ${names.join(', ')}.`)
      setLook(`cell-${first}`)
    } catch {
      setTrouble('The lesson’s cells couldn’t be loaded. Are you offline? Try again.')
    }
  }

  async function keepShared(code: SharedCode): Promise<void> {
    const fresh = code.cells.map(({ name, text, from }) => ({ name, beginning: text, from, isForeign: true }))
    const first = await notebook.add(fresh, (names) => `Saved as ${names.join(', ')}.`)
    close()
    setLook(`cell-${first}`)
  }

  function close(): void {
    setShared(undefined)
    history.replaceState(null, '', location.pathname)
  }

  async function openFile(file: File): Promise<void> {
    if (file.size > mostFileBytes)
      return setTrouble('This file is too large to be one that this site saved. Choose another one.')
    const read = readFile(await file.text())
    if (!read.ok) return setTrouble(read.message)
    if (read.kind === 'plan')
      return setTrouble('This file holds a plan. Open it in the cluster playground, under Share.')
    await show(read.code)
  }

  return { shared, own, openCell, openFile, keepShared, close }
}
