// @ts-check
// Loaded in the head and not deferred: the theme is set before the first paint, so nothing flashes.
// Without a choice the page follows the system; choosing what the system says is following it again.
{
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const system = () => (dark.matches ? 'dark' : 'light')

  const kept = () => {
    try {
      const theme = localStorage.getItem('theme')
      return theme === 'dark' || theme === 'light' ? theme : undefined
    } catch {
      return undefined // storage refused: the choice lasts as long as the page
    }
  }

  /** @param {string} theme */
  const keep = (theme) => {
    try {
      if (theme === system()) localStorage.removeItem('theme')
      else localStorage.setItem('theme', theme)
    } catch {
      // as above
    }
  }

  const shown = () => root.dataset.theme ?? system()

  const say = () => {
    for (const now of document.querySelectorAll('[data-theme-now]')) now.textContent = `(now ${shown()})`
  }

  /** @param {string | undefined} theme */
  const wear = (theme) => {
    if (theme === undefined) delete root.dataset.theme
    else root.dataset.theme = theme
    say()
  }

  wear(kept())
  document.addEventListener('DOMContentLoaded', say)
  dark.addEventListener('change', () => wear(kept()))
  addEventListener('storage', () => wear(kept()))
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-theme-switch]')) return
    const theme = shown() === 'dark' ? 'light' : 'dark'
    keep(theme)
    wear(theme)
  })
}
