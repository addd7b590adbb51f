import { useEffect, useRef, useState } from 'preact/hooks'
import { playground } from '#cells/notebook.ts'
import { codeFile } from '#links/file.ts'
import { saveFile } from '#links/save-file.ts'
import { Bar } from './bar.tsx'
import { CellTools } from './cell-tools.tsx'
import { CodeCell, type CodeAddresses } from './code-cell.tsx'
import { newCell } from './examples.ts'
import { copyLinkToAll } from './share-all.ts'
import { SharedView } from './shared-view.tsx'
import { StartCode, type Example, type LessonChoice } from './start-code.tsx'
import { useNotebook, type Done } from './use-notebook.ts'
import { useOpening } from './use-opening.ts'

interface Props {
  readonly examples: readonly Example[]
  readonly lessons: readonly LessonChoice[]
  readonly addresses: CodeAddresses
}

/** Several cells of the reader's own: named, kept, shared; and what another person shared, beside them. */
export default function CodePlayground({ examples, lessons, addresses }: Props) {
  const notebook = useNotebook(addresses)
  const { cells, done } = notebook
  const [isStarting, setStarting] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [said, setSaid] = useState('')
  const [wanted, look] = useState<string>()
  const opening = useOpening({ notebook, say: setTrouble, look })
  const { shared } = opening
  const root = useLook(wanted, look, [cells, shared])

  async function copyAll(): Promise<void> {
    const copied = await copyLinkToAll(await notebook.everything())
    if ('said' in copied) setSaid(copied.said)
    else setTrouble(copied.trouble)
  }

  const isEmpty = cells?.length === 0
  return (
    <div class="playground" ref={root} data-playground={cells === undefined ? 'loading' : 'ready'}>
      <Bar
        isLoading={cells === undefined}
        isEmpty={isEmpty}
        isStarting={isStarting}
        onNew={() =>
          void notebook
            .add([{ name: 'cell', beginning: newCell }], ([name]) => `${name} is new.`)
            .then((name) => look(`cell-${name}`))
        }
        onStart={() => setStarting((open) => !open)}
        onCopyAll={() => void copyAll()}
        onSaveAll={() =>
          void notebook
            .everything()
            .then((code) => saveFile('playground.json', codeFile(code), 'application/json'))
        }
        onFile={(file) => void opening.openFile(file)}
      />
      <Said said={said} done={done} onUndo={() => void notebook.undo().then(() => setSaid('Undone.'))} />
      {trouble !== '' && <Trouble text={trouble} onClose={() => setTrouble('')} />}
      {shared !== undefined && (
        <SharedView
          key={JSON.stringify(shared.cells)}
          code={shared}
          addresses={addresses}
          own={(name) => opening.own.get(name)}
          onKeep={() => void opening.keepShared(shared)}
          onClose={opening.close}
        />
      )}
      {isEmpty && shared === undefined && <p class="playground-empty">{emptyWords}</p>}
      {(isStarting || isEmpty) && (
        <StartCode examples={examples} lessons={lessons} onOpen={(from) => void opening.openCell(from)} />
      )}
      {cells?.map((cell) => (
        <section
          key={cell.name}
          class="playground-cell"
          data-notebook-cell={cell.name}
          aria-labelledby={`cell-${cell.name}`}
        >
          <CellTools
            name={cell.name}
            from={cell.from}
            onRename={(name) => notebook.rename(cell, name)}
            onDuplicate={() => void notebook.duplicate(cell).then((name) => look(`cell-${name}`))}
            onDelete={() => void notebook.remove(cell)}
          />
          <CodeCell
            lesson={playground}
            name={cell.name}
            beginning={cell.beginning}
            addresses={addresses}
            isForeign={cell.isForeign === true}
          />
        </section>
      ))}
    </div>
  )
}

const emptyWords = 'No cells yet. Start with a new one, an example, or any cell of a lesson.'

/** What was asked for is what's looked at, as soon as it's there. */
function useLook(wanted: string | undefined, look: (id: undefined) => void, changes: readonly unknown[]) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wanted === undefined) return
    const heading = root.current?.querySelector<HTMLElement>(`[id="${CSS.escape(wanted)}"]`)
    if (heading === null || heading === undefined) return
    heading.focus({ preventScroll: true })
    heading.scrollIntoView({ block: 'start' })
    look(undefined)
  }, [wanted, ...changes])
  return root
}

interface SaidProps {
  readonly said: string
  readonly done: Done | undefined
  readonly onUndo: () => void
}

function Said({ said, done, onUndo }: SaidProps) {
  return (
    <p class="playground-said" role="status">
      {done?.words ?? said}{' '}
      {done !== undefined && (
        <button type="button" class="button quiet" onClick={onUndo}>
          Undo
        </button>
      )}
    </p>
  )
}

function Trouble({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <p class="playground-notice trouble" role="alert">
      <span>{text}</span>{' '}
      <button type="button" class="button quiet" onClick={onClose}>
        Close
      </button>
    </p>
  )
}
