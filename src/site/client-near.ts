import type { ClientDirective } from 'astro'
import { begun } from './begun.ts'
import { bringProps } from './bring-props.ts'
import { wake as wakeEvent } from './wake.ts'

declare module 'astro' {
  interface AstroClientDirectives {
    'client:near'?: boolean | 'deed' | 'rest'
  }
}

/** How far below or above the window a part is woken, once the reader moves: alive before it comes into view. */
const reach = '300px'

/** How long a page is left to the reader's eyes before a part that shows all it has is woken for their hands. */
const restMs = 5000

const rested = new Promise<void>((resolve) => {
  const wait = () => setTimeout(resolve, restMs)
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
})

/** Resolves at once where this browser keeps something that the part may have to show, else at the reader's first deed. */
async function asked(): Promise<void> {
  try {
    if ((await indexedDB.databases()).length > 0) return
  } catch {
    // A browser that doesn't say, or refuses, is taken for one that keeps something.
    return
  }
  await begun
}

/** One part after another, each in a task of its own: two that wake at once don't hold the page up together. */
let turn = Promise.resolve()

/**
 * `client:near`: a part of the page is made alive when it's in view, and from the reader's first move on also when it is
 * {@link reach} away. So the first view loads the scripts of nothing below it. With the value `deed` a part that is in
 * view sleeps as well until the reader does something: right for one that shows all it has without its script, as a
 * question does, since what is done to it before it wakes is kept and done again (early-input.ts). With `rest` it sleeps
 * until then, or until the page has stood still for a while: right for a run that the build drew, whose buttons wait for it.
 */
const near: ClientDirective = (load, { value }, island) => {
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
  const watchInView = () => isAwake || watch('0px')
  if (value === 'deed') void asked().then(watchInView)
  else if (value === 'rest') void Promise.race([asked(), rested]).then(watchInView)
  else watch('0px')
  void begun.then(() => isAwake || watch(reach))
}

export default near
