import { isLearningEvent } from '#learning/event.ts'
import { effective } from '#learning/effective.ts'
import { learner } from '#learner/learner.ts'
import type { Learner } from '#learner/learner.ts'

/** Whether the reader has last asked for the notes to teachers. */
function isOn({ events }: Learner): boolean {
  const set = effective(events().filter(isLearningEvent)).filter(
    (event) => event.type === 'set' && event.name === 'teacherNotes',
  )
  const last = set.reduce<(typeof set)[number] | undefined>(
    (latest, event) => (latest !== undefined && latest.at > event.at ? latest : event),
    undefined,
  )
  return last?.type === 'set' && last.value === 1
}

const box = document.querySelector<HTMLInputElement>('[data-notes-switch]')
if (box !== null)
  void learner().then((known) => {
    // What the reader has switched before the storage answered counts.
    if (!box.checked) box.checked = isOn(known)
    else void known.record({ type: 'set', name: 'teacherNotes', value: 1 })
    known.watch(() => (box.checked = isOn(known)))
    box.addEventListener('change', () => {
      void known.record({ type: 'set', name: 'teacherNotes', value: box.checked ? 1 : 0 })
    })
  })
