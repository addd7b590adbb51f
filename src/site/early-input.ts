/** What a reader did to a part of the page whose script hadn't come yet. */
type Deed =
  | { readonly kind: 'click'; readonly target: Element; readonly event: MouseEvent }
  | { readonly kind: 'key'; readonly target: Element; readonly event: KeyboardEvent }
  | { readonly kind: 'value'; readonly target: Field; readonly value: string }
  | { readonly kind: 'choice'; readonly target: HTMLInputElement; readonly checked: boolean }
  | { readonly kind: 'file'; readonly target: HTMLInputElement }
  | { readonly kind: 'submit'; readonly target: HTMLFormElement; readonly by: HTMLElement | null }

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What answers by itself, or tells what was done to it by an event of its own. */
const native = 'a, label, input, textarea, select, summary, [type="submit"]'

/**
 * On a slow line a question can be read, answered and handed in before its script is there. Nothing of that is lost: it
 * is kept, in its order, and done again when the part (an `astro-island`) is alive. Until then the part says that it is
 * busy. Call once a page.
 */
export function keepEarlyDeeds(page: Document): void {
  const kept = new Map<Element, Deed[]>()

  const keep = (deed: Deed) => {
    const island = deed.target.closest('astro-island[ssr]')
    if (!island) return
    const deeds = kept.get(island) ?? wait(island)
    // Of what is typed, letter by letter, only the last counts.
    const same = deeds.findIndex(({ kind, target }) => kind === deed.kind && target === deed.target)
    if (same >= 0 && deed.kind !== 'click' && deed.kind !== 'key') deeds.splice(same, 1)
    deeds.push(deed)
  }
  const wait = (island: Element): Deed[] => {
    const deeds: Deed[] = []
    kept.set(island, deeds)
    island.setAttribute('aria-busy', 'true')
    island.addEventListener('astro:hydrate', () => void doAgain(island, deeds), { once: true })
    return deeds
  }
  const doAgain = async (island: Element, deeds: readonly Deed[]) => {
    kept.delete(island)
    island.removeAttribute('aria-busy')
    for (const deed of deeds) {
      if (deed.target.isConnected) again(deed)
      // What a deed changes is drawn before the next one is done.
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  const listen = <Name extends keyof DocumentEventMap>(
    name: Name,
    read: (event: DocumentEventMap[Name], target: Element) => Deed | undefined,
  ) =>
    page.addEventListener(
      name,
      (event) => {
        const target = event.target
        if (!(target instanceof Element) || !target.closest('astro-island[ssr]')) return
        const deed = read(event, target)
        if (deed) keep(deed)
      },
      true,
    )

  listen('click', (event, target) => (target.closest(native) ? undefined : { kind: 'click', target, event }))
  listen('keydown', (event, target) =>
    event.key === 'Tab' || target.closest(`${native}, button`) ? undefined : { kind: 'key', target, event },
  )
  listen('input', (_, target) =>
    isField(target) && !isChoice(target) && !isFile(target)
      ? { kind: 'value', target, value: target.value }
      : undefined,
  )
  listen('change', (_, target) => {
    if (isFile(target)) return { kind: 'file', target }
    return isChoice(target) ? { kind: 'choice', target, checked: target.checked } : undefined
  })
  listen('submit', (event, target) => {
    // Without its script a form would load the page again.
    event.preventDefault()
    return target instanceof HTMLFormElement ? { kind: 'submit', target, by: event.submitter } : undefined
  })
}

function again(deed: Deed): void {
  const { target } = deed
  switch (deed.kind) {
    case 'click': {
      const { clientX, clientY } = deed.event
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX, clientY }))
      break
    }
    case 'key': {
      const { key, code, shiftKey, ctrlKey, altKey, metaKey } = deed.event
      const how = { key, code, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, cancelable: true }
      target.dispatchEvent(new KeyboardEvent('keydown', how))
      break
    }
    case 'value':
      deed.target.value = deed.value
      tell(target, 'input', 'change')
      break
    case 'choice':
      if (deed.target.checked === deed.checked) tell(target, 'input', 'change')
      else deed.target.click()
      break
    case 'file':
      // The field holds the file still; no script may put one into it.
      tell(target, 'change')
      break
    case 'submit':
      deed.target.requestSubmit(deed.by)
      break
  }
}

function tell(target: Element, ...names: readonly string[]): void {
  for (const name of names) target.dispatchEvent(new Event(name, { bubbles: true }))
}

function isField(target: Element): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

function isFile(target: Element): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'file'
}

function isChoice(target: Element): target is HTMLInputElement {
  return target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')
}
