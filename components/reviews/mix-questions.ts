import { learner } from '#learner/learner.ts'
import { mixedCount, pickMixed } from '#learning/mixed.ts'

/** On the page of all questions: shows ten of them, mixed, or one lesson's. */
const places = [...document.querySelectorAll<HTMLElement>('[data-mixable]')]
const said = document.querySelector('[data-mixed-said]')
const showAll = document.querySelector<HTMLButtonElement>('[data-show-all]')
const filters = [...document.querySelectorAll<HTMLButtonElement>('[data-only]')]

function show(isShown: (place: HTMLElement) => boolean, words: string, pressed?: HTMLButtonElement): void {
  for (const place of places) place.hidden = !isShown(place)
  for (const filter of filters) filter.setAttribute('aria-pressed', String(filter === pressed))
  if (showAll) showAll.hidden = places.every(({ hidden }) => !hidden)
  if (said) said.textContent = words
}

document.querySelector('[data-mix]')?.addEventListener('click', () => {
  void learner().then(({ progress }) => {
    const questions = places.map(({ dataset }) => ({
      ...{ id: dataset['mixable']!, version: Number(dataset['version']), lesson: dataset['of']! },
    }))
    const picked = new Set(pickMixed(questions, progress(), Date.now() >>> 0).map(({ id }) => id))
    if (picked.size === 0) {
      if (said) said.textContent = 'You haven’t begun a lesson yet: read one first, then come back.'
      return
    }
    show(
      ({ dataset }) => picked.has(dataset['mixable']!),
      picked.size < mixedCount
        ? `${picked.size} questions: all there are so far.`
        : `${picked.size} questions.`,
    )
  })
})

showAll?.addEventListener('click', () => show(() => true, ''))
for (const filter of filters)
  filter.addEventListener('click', () =>
    show(({ dataset }) => dataset['of'] === filter.dataset['only'], '', filter),
  )
