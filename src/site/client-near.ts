import type { ClientDirective } from 'astro'

declare module 'astro' {
  interface AstroClientDirectives {
    'client:near'?: boolean
  }
}

/** How far below or above the window a part is woken, once the reader moves: alive before it comes into view. */
const reach = '300px'

const deeds = ['scroll', 'wheel', 'pointerdown', 'pointermove', 'touchstart', 'keydown'] as const

/** Resolves at the first thing that the reader does. Until then, what the window does not show can wait. */
const begun = new Promise<void>((resolve) => {
  for (const deed of deeds)
    addEventListener(deed, () => resolve(), { once: true, passive: true, capture: true })
})

/** One part after another, each in a task of its own: two that wake at once do not hold the page up together. */
let turn = Promise.resolve()

/**
 * `client:near`: a part of the page is made alive when it is in view, and from the reader's first move on also when it is
 * {@link reach} away. So the first view loads the scripts of nothing below it.
 */
const near: ClientDirective = (load, _, island) => {
  let isAwake = false
  const wake = async () => {
    if (isAwake) return
    isAwake = true
    const hydrate = await load()
    turn = turn.then(() => new Promise((resolve) => setTimeout(resolve)))
    await turn
    await hydrate()
  }
  const watch = (rootMargin: string) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!isAwake && !entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        void wake()
      },
      { rootMargin },
    )
    for (const child of island.children) observer.observe(child)
  }
  watch('0px')
  void begun.then(() => isAwake || watch(reach))
}

export default near
