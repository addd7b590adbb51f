import { useEffect, useState } from 'preact/hooks'
import { mostBackupBytes, readBackup, tooLarge } from '#learning/backup.ts'
import { bringIn, everythingText } from './everything.ts'
import { saveFile } from '#links/save-file.ts'
import type { Learner } from '#learner/learner.ts'
import { counted, grouped } from '#text/numbers.ts'

/** How far the opening of a file has come. */
interface Coming {
  readonly done: number
  readonly of: number
  stop(): void
}

/** So few are in before anybody could read how far it has come. */
const fewEvents = 250

/** Everything out as one file and in again: merged, never replaced. */
export function Backup({ known, syncPage }: { readonly known: Learner; readonly syncPage: string }) {
  const [said, setSaid] = useState('')
  const [coming, setComing] = useState<Coming>()
  const isPersistent = usePersistence()
  const save = async () => {
    const { text, events, drafts } = await everythingText(known.store, Date.now())
    if (events + drafts === 0) {
      setSaid('There’s nothing to save yet: answer a question or change a cell first.')
      return
    }
    saveFile(`anti-entropy-${new Date().toISOString().slice(0, 10)}.json`, text, 'application/json')
    setSaid(
      `Saved: ${counted(events, 'answer or step', 'answers and steps')}, ${counted(drafts, 'edited cell')}.`,
    )
  }
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > mostBackupBytes) return setSaid(tooLarge)
    const read = readBackup(await file.text())
    if (!read.ok) return setSaid(read.why)
    const stop = new AbortController()
    setSaid(read.events.length > fewEvents ? 'Adding what’s in the file…' : '')
    const told = (done: number, of: number) => setComing({ done, of, stop: () => stop.abort() })
    const words = await bringIn(known, read, { told, signal: stop.signal })
    setComing(undefined)
    setSaid(words)
  }
  return (
    <section aria-labelledby="backup">
      <h2 id="backup">Back up or move your progress</h2>
      <p>
        Your answers, cards, notes and edited cells are in this browser and nowhere else.{' '}
        {isPersistent === false &&
          'Some browsers delete a site’s data after a week without a visit: save a file now and then. '}
        A file you open is merged with what’s here; nothing is replaced.
      </p>
      <p class="review-files">
        <button class="button" type="button" onClick={() => void save()}>
          Save everything as a file
        </button>
        <label class="button">
          Open a file
          <input
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            disabled={coming !== undefined}
            onChange={({ currentTarget }) => {
              void open(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
        <a class="button" href={syncPage}>
          Sync with another device
        </a>
      </p>
      {coming !== undefined && coming.of > fewEvents && (
        <p data-coming>
          <label>
            <progress max={coming.of} value={coming.done} /> {grouped(coming.done)} of {grouped(coming.of)}{' '}
            added
          </label>{' '}
          <button class="button quiet" type="button" onClick={coming.stop}>
            Stop
          </button>
        </p>
      )}
      <p role="status">{said}</p>
    </section>
  )
}

/** Asks the browser to keep the site's data; false where it won't promise, undefined until it has answered. */
function usePersistence(): boolean | undefined {
  const [isKept, setKept] = useState<boolean>()
  useEffect(() => {
    // Some browsers have no storage manager, and some refuse to be asked: both can delete.
    Promise.resolve()
      .then(async () => (await navigator.storage.persisted()) || (await navigator.storage.persist()))
      .then(setKept, () => setKept(false))
  }, [])
  return isKept
}
