import { useEffect, useState } from 'preact/hooks'
import { mostTitle } from '#links/link-title.ts'
import { present } from './session.ts'
import type { Playground } from './use-playground.ts'

interface LinkToolsProps {
  readonly bench: Playground
  readonly isReady: boolean
  readonly onCopy: () => void
}

/** The button that copies the link, and the title that travels in it. */
export function LinkTools({ bench, isReady, onCopy }: LinkToolsProps) {
  return (
    <>
      <button type="button" class="button" disabled={!isReady} onClick={onCopy}>
        Copy link
      </button>
      <input
        type="text"
        class="bench-title"
        aria-label="Title, which travels in the link"
        placeholder="Title for the link"
        maxLength={mostTitle}
        value={bench.title}
        disabled={!isReady}
        onInput={({ currentTarget }) => bench.call(currentTarget.value)}
      />
    </>
  )
}

/** The link to what's seen, copied; or shown as an address where the browser doesn't allow copying. */
export function useCopying(bench: Playground, onTooLong: () => void) {
  const [saying, setSaying] = useState('')
  const [address, setAddress] = useState<string>()
  const branch = present(bench.session)
  useEffect(() => setAddress(undefined), [branch?.id, branch?.at])
  async function copy(): Promise<void> {
    const link = await bench.makeLink()
    if (link === undefined) return
    if (!link.ok) {
      onTooLong()
      return bench.say({ kind: 'trouble', text: link.message })
    }
    const whole = new URL(link.fragment, location.href).href
    try {
      await navigator.clipboard.writeText(whole)
      setSaying('Link copied. It reopens this plan at this step.')
    } catch {
      // The reader copies by hand.
      setAddress(whole)
      setSaying('Copy this address: it reopens this plan at this step.')
    }
  }
  return { saying, address, copy }
}
