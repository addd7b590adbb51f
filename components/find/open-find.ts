import look from '#styles/parts/find.css?url'

/** Opens the search over the page: by its button in the bar, or by the key "/". The code comes with the first use. */
let dialog: HTMLDialogElement | undefined

async function open(base: string): Promise<void> {
  if (dialog === undefined) {
    const [{ h, render }, { FindView }] = await Promise.all([
      import('preact'),
      import('./find-view.tsx'),
      stylesheet(),
    ])
    dialog = document.createElement('dialog')
    dialog.className = 'find-dialog'
    dialog.setAttribute('aria-label', 'Search')
    document.body.append(dialog)
    const close = () => dialog?.close()
    render(h(FindView, { base, first: '', followed: close }), dialog)
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) close()
    })
  }
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input')?.select()
}

/** Brings the search's look; without it the search works all the same. */
function stylesheet(): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = look
    link.onload = link.onerror = () => resolve()
    document.head.append(link)
  })
}

const button = document.querySelector<HTMLAnchorElement>('[data-find]')
const base = button?.dataset['find']
if (button && base !== undefined) {
  button.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    // Without its code the page of the search still is a page.
    open(base).catch(() => (location.href = button.href))
  })
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const at = event.composedPath()[0]
    if (at instanceof Element && at.closest('input, textarea, select, [contenteditable="true"], .cm-content'))
      return
    event.preventDefault()
    open(base).catch(() => (location.href = button.href))
  })
}
