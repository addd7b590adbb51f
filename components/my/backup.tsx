import { useEffect, useState } from 'preact/hooks'
import { readBackup } from '#learning/backup.ts'
import { bringIn, everythingText } from './everything.ts'
import { saveFile } from '#links/save-file.ts'
import type { Learner } from '#learner/learner.ts'

/** Everything out as one file and in again: merged, never replaced. */
export function Backup({ known, syncPage }: { readonly known: Learner; readonly syncPage: string }) {
  const [said, setSaid] = useState('')
  const isPersistent = usePersistence()
  const save = async () => {
    const { text, events, drafts } = await everythingText(known.store, Date.now())
    if (events + drafts === 0) {
      setSaid('There’s nothing to save yet: answer a question or change a cell first.')
      return
    }
    saveFile(`anti-entropy-${new Date().toISOString().slice(0, 10)}.json`, text, 'application/json')
    setSaid(`Saved: ${events} answers and steps, ${drafts} edited cells.`)
  }
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const read = readBackup(await file.text())
    setSaid(read.ok ? await bringIn(known, read) : read.why)
  }
  return (
    <section aria-labelledby="backup">
      <h2 id="backup">Keep it, move it</h2>
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
