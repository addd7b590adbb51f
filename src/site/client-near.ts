import type { ClientDirective } from 'astro'
import { begun } from './begun.ts'
import { bringProps } from './bring-props.ts'
import { wake as wakeEvent } from './wake.ts'

declare module 'astro' {
  interface AstroClientDirectives {
    'client:near'?: boolean
  }
}

/** How far below or above the window a part is woken, once the reader moves: alive before it comes into view. */
const reach = '300px'

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
    const [hydrate] = await Promise.all([load(), bringProps(island)])
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
  document.addEventListener(wakeEvent, (event) => {
    if (island.querySelector((event as CustomEvent<string>).detail) !== null) void wake()
  })
  watch('0px')
  void begun.then(() => isAwake || watch(reach))
}

export default near
