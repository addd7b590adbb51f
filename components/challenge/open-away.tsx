import { useState } from 'preact/hooks'
import type { PlanLink } from '#links/plan-link.ts'
import { href } from '#site/href.ts'

/** The way to the playground for code, with the answer, the judge's program and the plan that breaks them. */
export function OpenAway({ make }: { readonly make: () => Promise<PlanLink> }) {
  const [say, setSay] = useState('')
  async function open(): Promise<void> {
    try {
      const link = await make()
      if (!link.ok) return setSay(link.message)
      location.assign(href('/playground/code/') + link.fragment)
    } catch {
      setSay('The code couldn’t be loaded. Are you offline? Try again.')
    }
  }
  return (
    <p class="challenge-row">
      <button type="button" class="button" data-open-away onClick={() => void open()}>
        Open in the playground
      </button>
      <span role="status">{say}</span>
    </p>
  )
}
