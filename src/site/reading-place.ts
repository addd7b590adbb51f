/** Marks, in the contents beside a lesson, the section that is being read: the last heading above the upper third. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-sections] a')]
const places = links.flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  return heading ? [{ link, heading }] : []
})

function mark(): void {
  // At the end of the page a short last section never reaches the upper third: there the last one in view is read.
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
  const line = isAtEnd ? innerHeight : innerHeight / 3
  const read = places.filter(({ heading }) => heading.getBoundingClientRect().top < line).at(-1)
  for (const { link } of places) {
    if (link === read?.link) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}

let isWaiting = false
function markSoon(): void {
  if (isWaiting) return
  isWaiting = true
  requestAnimationFrame(() => {
    isWaiting = false
    mark()
  })
}

if (places.length > 0) {
  // With the next frame, which lays the page out in any case: asked for now, the browser would do it twice.
  markSoon()
  addEventListener('scroll', markSoon, { passive: true })
  addEventListener('resize', markSoon, { passive: true })
}
