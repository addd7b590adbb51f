import { learner } from '#learner/learner.ts'
import type { Learner } from '#learner/learner.ts'

/** Whether the reader has last asked for the notes to teachers. */
const isOn = async ({ chosen }: Learner): Promise<boolean> => (await chosen()).teacherNotes === 1

const box = document.querySelector<HTMLInputElement>('[data-notes-switch]')
if (box !== null)
  void learner().then(async (known) => {
    const isKept = await isOn(known)
    // What the reader has switched before the storage answered counts.
    if (!box.checked) box.checked = isKept
    else if (!isKept) void known.record({ type: 'set', name: 'teacherNotes', value: 1 })
    known.watch(() => void isOn(known).then((isNow) => (box.checked = isNow)))
    box.addEventListener('change', () => {
      void known.record({ type: 'set', name: 'teacherNotes', value: box.checked ? 1 : 0 })
    })
  })
