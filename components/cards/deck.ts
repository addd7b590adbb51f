import { learner } from '#learner/learner.ts'

/** Records each turn to the back, and opens every card of the page for a printer. */
for (const card of document.querySelectorAll<HTMLDetailsElement>('[data-card]')) {
  card.addEventListener('toggle', () => {
    card.dataset['state'] = card.open ? 'back' : 'front'
    if (!card.open || isPrinting) return
    const { card: id = '', version } = card.dataset
    void learner().then(({ record }) => record({ type: 'turned', card: id, version: Number(version) }))
  })
}

let isPrinting = false
addEventListener('beforeprint', () => (isPrinting = true))
addEventListener('afterprint', () => (isPrinting = false))

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-turn-all]')) {
  button.addEventListener('click', () => {
    for (const card of document.querySelectorAll<HTMLDetailsElement>('[data-card]')) card.open = false
  })
}
