import { Steps } from '#figures/controls/steps.tsx'
import { Act } from '#figures/controls/act.tsx'
import { boxes, swaps, type Box, type Swap } from './boxes.ts'
import type { Evening, Hop, Noticed } from './tell.ts'
import { secondsText } from '#text/numbers.ts'

/** Everything that the figure shows at one moment. */
interface AssistantFrame {
  readonly id: string
  /** The evening as it should be, and the one that the reader made. */
  readonly right: Evening
  readonly now: Evening
  readonly dead: Box['id'] | undefined
  readonly swap: Swap
  /** Which step of row 3's way is shown. */
  readonly step: number
  readonly busy: boolean
}

/** What the reader can do; a frame drawn at build has none of it. */
interface AssistantActions {
  readonly onStep: (step: number) => void
  readonly onKill: (box: Box['id'] | undefined) => void
  readonly onSwap: (swap: Swap) => void
}

/** The picture of an AI application: follow row 3 through it, kill a box, put a store where it doesn't belong. */
export function AssistantView({ frame, actions }: { frame: AssistantFrame; actions?: AssistantActions }) {
  const hop = frame.now.hops[frame.step]
  return (
    <div class="assistant" aria-busy={frame.busy}>
      <div class="assistant-picture">
        <Guest on={hop?.from === 'guest' || hop?.to === 'guest'} />
        {boxes.map((box) => (
          <BoxView key={box.id} box={box} frame={frame} hop={hop} actions={actions} />
        ))}
        <div class="assistant-box assistant-training">
          <b>Training job</b>
          <span>GPUs or other accelerators; not run here</span>
        </div>
      </div>
      <Way frame={frame} actions={actions} />
      <label class="assistant-swap">
        Which store holds what?{' '}
        <select
          disabled={actions === undefined || frame.busy}
          value={frame.swap.id}
          onChange={(event) => actions?.onSwap(swaps.find(({ id }) => id === event.currentTarget.value)!)}
        >
          {swaps.map(({ id, name }) => (
            <option value={id}>{name}</option>
          ))}
        </select>
      </label>
      <NoticedTable frame={frame} />
    </div>
  )
}

function Guest({ on }: { readonly on: boolean }) {
  return (
    <div class={`assistant-box assistant-guest${on ? ' on' : ''}`}>
      <b>Guests</b>
      <span>and waiters who ask</span>
    </div>
  )
}

interface BoxProps {
  readonly box: Box
  readonly frame: AssistantFrame
  readonly hop: Hop | undefined
  readonly actions: AssistantActions | undefined
}

function BoxView({ box, frame, hop, actions }: BoxProps) {
  const dead = frame.dead === box.id
  const on = hop?.from === box.id || hop?.to === box.id
  const names = box.nodes.length > 1 ? ` ${box.nodes.join(', ')}` : ''
  return (
    <div class={`assistant-box assistant-${box.id}${on ? ' on' : ''}${dead ? ' dead' : ''}`}>
      <b>{box.name}</b>
      <span>
        {box.what}
        {names}
      </span>
      <Act
        kind="quiet"
        pressed={dead}
        alive={actions !== undefined}
        can={!frame.busy}
        onAct={() => actions?.onKill(dead ? undefined : box.id)}
      >
        {dead ? 'Bring back' : 'Kill'}{' '}
        {box.nodes.length > 1 ? box.victim : box.name.toLowerCase().replace('api', 'API')}
      </Act>
    </div>
  )
}

function Way({
  frame,
  actions,
}: {
  readonly frame: AssistantFrame
  readonly actions: AssistantActions | undefined
}) {
  const { now, step } = frame
  const hop = now.hops[step]
  const last = now.hops.length - 1
  return (
    <div class="assistant-way">
      <div class="assistant-steps" role="group" aria-label="Row 3’s path">
        <Steps step={step} first={0} last={last} onStep={actions?.onStep} />
        <span>
          Step {last < 0 ? 0 : step + 1} of {now.hops.length}
        </span>
      </div>
      <p aria-live="polite">
        {hop === undefined ? 'Row 3 wasn’t sent anywhere.' : `${(hop.at / 1000).toFixed(2)} s: ${hop.text}`}
        {step === last && frame.dead !== undefined && ' It stops here.'}
      </p>
      <details>
        <summary>All steps as text</summary>
        <ol>
          {now.hops.map(({ at, text }) => (
            <li key={text}>
              {(at / 1000).toFixed(2)} s: {text}
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

/** What the guest and the operator notice, beside the evening as it should be. */
function NoticedTable({ frame: { right, now } }: { readonly frame: AssistantFrame }) {
  const rows = noticed(right.noticed).map((row, at) => ({ ...row, now: noticed(now.noticed)[at]!.value }))
  return (
    <div class="assistant-table">
      <table aria-live="polite">
        <thead>
          <tr>
            <th scope="col">who notices what</th>
            <th scope="col">as it should be</th>
            <th scope="col">now</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, value, now: changed }) => (
            <tr class={value === changed ? '' : 'changed'}>
              <th scope="row">{what}</th>
              <td>{value}</td>
              <td>{changed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function noticed(one: Noticed): readonly { readonly what: string; readonly value: string }[] {
  const wait = one.slowestMs === undefined ? 'some have no answer' : inTime(one.slowestMs)
  return [
    { what: 'Guest: longest wait for “got it”', value: wait },
    {
      what: 'Guest: acknowledged messages that can be read back',
      value: `${one.kept} of ${one.acknowledged}`,
    },
    { what: 'Waiter: which cake for table 3?', value: one.answer },
    { what: 'Search: rows compared for it', value: String(one.compared) },
    { what: 'Accounting: usage events stored by 12 s', value: String(one.usageStored) },
    { what: 'Training: files in the object store by 15 s', value: String(one.shards) },
    { what: 'Network: megabytes moved', value: (one.bytes / 1_000_000).toFixed(1) },
  ]
}

function inTime(ms: number): string {
  return ms < 1000 ? `${ms} ms` : secondsText(ms)
}
