/** The page's text to the clipboard. Without a clipboard, or without this script, the link opens the text itself. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-copy-markdown]')) {
  link.addEventListener('click', (event) => {
    if (!('clipboard' in navigator) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const label = link.textContent
    const say = (words: string) => {
      link.textContent = words
      const status = link.parentElement?.querySelector('[data-copied]')
      if (status) status.textContent = words
      setTimeout(() => (link.textContent = label), 3000)
    }
    copy(link.href).then(
      () => say('Copied'),
      () => (location.href = link.href),
    )
  })
}

async function copy(address: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  await navigator.clipboard.writeText(await response.text())
}
