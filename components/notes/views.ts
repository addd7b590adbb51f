/** Turns the three views of the notes' page, and filters claims by verdict. Without a script all of it stands below each other. */
const page = document.querySelector<HTMLElement>('.notes-page')
const controls = page?.querySelector<HTMLElement>('.notes-controls')

function press(kind: 'show' | 'filter', value: string): void {
  if (!page || !controls) return
  for (const button of controls.querySelectorAll<HTMLElement>(`[data-${kind}]`))
    button.setAttribute('aria-pressed', String(button.dataset[kind] === value))
  if (kind === 'show') page.dataset['view'] = value
  else page.dataset['filter'] = value
  const shown = page.querySelectorAll(
    value === 'all' ? '[data-truth]' : `[data-truth][data-verdict="${page.dataset['filter']}"]`,
  ).length
  const told = controls.querySelector('[data-told]')
  if (told && kind === 'filter') told.textContent = `${shown} claims shown`
}

if (page && controls) {
  page.dataset['alive'] = ''
  press('show', 'written')
  controls.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
    const { show, filter } = button?.dataset ?? {}
    if (show !== undefined) {
      press('show', show)
      // The other view begins at its beginning.
      if (controls.getBoundingClientRect().top < 100) page.scrollIntoView()
    }
    if (filter !== undefined) press('filter', filter)
  })
  // A link to a claim leads to the view that has it, and to a claim that's shown.
  const reveal = () => {
    if (!/^#truth-\d+$/.test(location.hash)) return
    press('show', 'written')
    const claim = page.querySelector<HTMLElement>(location.hash)
    if (claim?.offsetParent === null) press('filter', 'all')
    claim?.scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  reveal()
}
