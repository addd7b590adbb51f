import { useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { madeChecks, madeLink, madePage, mostGoal, mostHint, mostHints } from '#links/challenge-link.ts'
import { Act } from '#figures/controls/act.tsx'
import { copyRefused, linkCopied } from '#text/copying.ts'
import { Check, Pick } from '#figures/controls/fields.tsx'
import { questions } from './verdicts.tsx'

interface Props {
  readonly plan: Plan
}

/** Makes a challenge of the run: what another reader has to achieve, beginning with this plan. */
export function MakePanel({ plan }: Props) {
  const [goal, setGoal] = useState('')
  const [hints, setHints] = useState('')
  const [check, setCheck] = useState<string>('durable')
  const [says, setSays] = useState<'holds' | 'broken'>('holds')
  const [keeps, setKeeps] = useState(true)
  const [say, setSay] = useState('')
  const [address, setAddress] = useState<string>()

  async function make(): Promise<void> {
    const link = await madeLink({ goal, check, says, keeps, plan, hints: hints.split('\n') })
    setAddress(undefined)
    if (!link.ok) return setSay(link.message)
    const whole = new URL(madePage(link.fragment), location.href).href
    setAddress(whole)
    try {
      await navigator.clipboard.writeText(whole)
      setSay(linkCopied(link.fragment.length - 1))
    } catch {
      setSay(copyRefused('Copy the address of “Open the challenge” yourself.'))
    }
  }

  return (
    <section class="bench-make" aria-labelledby="bench-make">
      <h4 id="bench-make">Turn it into a challenge</h4>
      <p class="soft">
        A reader who opens the link gets this plan as code to change. A judge then plays their plan under 100
        seeds, and shows the smallest part of it that still fails.
      </p>
      <div class="bench-field">
        <label for="bench-goal">What is asked, in your words</label>
        <textarea
          id="bench-goal"
          rows={2}
          maxLength={mostGoal}
          value={goal}
          placeholder="Make sure that table 3’s order survives."
          onInput={({ currentTarget }) => setGoal(currentTarget.value)}
        />
      </div>
      <div class="bench-fields">
        <Pick
          label="In every run"
          value={check}
          onChange={setCheck}
          options={madeChecks.map((name) => [name, name])}
        />
        <Pick
          label="has to be"
          value={says}
          onChange={(value) => setSays(value === 'broken' ? 'broken' : 'holds')}
          options={[
            ['holds', 'true: it holds'],
            ['broken', 'broken'],
          ]}
        />
        <Check
          label="The plan’s own operations and faults have to stay"
          checked={keeps}
          onChange={setKeeps}
        />
      </div>
      <p class="soft">{questions[check]}</p>
      <Hints value={hints} onChange={setHints} />
      <p class="bench-row">
        <Act can onAct={() => void make()}>
          Copy the challenge’s link
        </Act>
      </p>
      <p role="status">{say}</p>
      {address !== undefined && (
        <p>
          <a href={address}>Open the challenge</a>
        </p>
      )}
    </section>
  )
}

/** Help for the reader who opens the challenge, a line each. */
function Hints({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <div class="bench-field">
      <label for="bench-hints">Up to {mostHints} hints, one per line, the gentlest first</label>
      <textarea
        id="bench-hints"
        rows={mostHints}
        maxLength={mostHints * mostHint}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  )
}
