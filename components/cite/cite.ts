import { copyRefused } from '#text/copying.ts'

/** Puts the host into citations that were built without one, and lets them be copied. */
for (const fold of document.querySelectorAll<HTMLElement>('[data-cite]')) {
  const path = fold.dataset['cite'] ?? ''
  const address = new URL(path, location.href).href
  for (const form of fold.querySelectorAll('.cite-form')) {
    const text = form.querySelector('pre')
    const button = form.querySelector('button')
    const said = form.querySelector('[role="status"]')
    if (!text || !button || !said) continue
    const written = text.textContent ?? ''
    if (!written.includes(address)) text.textContent = written.replaceAll(path, address)
    button.hidden = !('clipboard' in navigator)
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text.textContent ?? '').then(
        () => (said.textContent = 'Copied'),
        () => (said.textContent = copyRefused()),
      )
    })
  }
}
