import type { Edit } from '#engine'
import { cutText } from '#figures/cluster/conditions.ts'
import type { OutlinedMessage, RunOutline } from '#outline/types.ts'
import { nodesNow } from './moment-state.ts'
import type { Choice } from './press-menu.tsx'
import { momentMs } from './session.ts'

/** A run and the event after which it's looked at. */
export interface ShownMoment {
  readonly played: { readonly outline: RunOutline }
  readonly at: number
}

/** What a menu can make happen. */
export interface Deeds {
  /** Changes the run after event `at`; after the one that is shown when it's left out. Nothing can be changed without it. */
  readonly edit: ((edit: Edit, at?: number) => void) | undefined
  readonly seek: (index: number) => void
  /** Tells what a node holds and believes. */
  readonly know: (node: string) => void
  /** Opens a message and tells what it carries. */
  readonly open: (key: string) => void
  /** Takes up the form of an operation, asked of this node. */
  readonly ask: ((node: string) => void) | undefined
  /** What undo would take back: "crash B, disk kept". */
  readonly undo: { readonly name: string; readonly go: () => void } | undefined
}

const delayMs = 1000
const skewMs = 500

/** What can be done to a node at the moment that is shown. */
export function nodeChoices(moment: ShownMoment, id: string, deeds: Deeds): readonly Choice[] {
  const { edit, know, ask } = deeds
  return [
    { text: `What does ${id} know?`, onChoose: () => know(id) },
    ...(ask === undefined ? [] : [{ text: `Ask ${id} for something…`, onChoose: () => ask(id) }]),
    ...(edit === undefined ? [] : changesOf(moment, id, edit)),
    ...undoChoice(deeds),
  ]
}

function changesOf(
  { played: { outline }, at }: ShownMoment,
  id: string,
  edit: (edit: Edit) => void,
): readonly Choice[] {
  const state = nodesNow(outline, at).find((node) => node.id === id)?.state ?? 'up'
  const others = [...outline.nodes, ...outline.clients].map((one) => one.id).filter((other) => other !== id)
  const isCut = outline.cuts.some(
    (cut) =>
      cut.index <= at &&
      (cut.healedIndex === null || cut.healedIndex > at) &&
      cutText(cut, id, outline) !== undefined,
  )
  const nodes = outline.nodes.map((one) => one.id).filter((other) => other !== id)
  return [
    ...(state === 'down'
      ? [{ text: `Restart ${id}`, onChoose: () => edit({ do: 'restart', node: id }) }]
      : [{ text: `Crash ${id}`, onChoose: () => edit({ do: 'crash', node: id, disk: 'keep' }) }]),
    ...(state === 'up' ? [{ text: `Pause ${id}`, onChoose: () => edit({ do: 'pause', node: id }) }] : []),
    ...(state === 'paused'
      ? [{ text: `Resume ${id}`, onChoose: () => edit({ do: 'resume', node: id }) }]
      : []),
    ...(isCut
      ? [{ text: `Reconnect ${id}`, onChoose: () => edit({ do: 'mend', from: [id], to: others }) }]
      : nodes.length === 0
        ? []
        : [
            {
              text: `Cut ${id} off from the other nodes`,
              onChoose: () => edit({ do: 'cut', from: [id], to: nodes }),
            },
          ]),
    {
      text: `Put its clock ${skewMs} ms forward`,
      onChoose: () => edit({ do: 'clock', of: id, clock: { offsetMs: skewMs } }),
    },
  ]
}

/** What can be done to a message. One that's over is caught on its way: the run changes from when it was sent. */
export function messageChoices(
  moment: ShownMoment,
  message: OutlinedMessage,
  deeds: Deeds,
): readonly Choice[] {
  const { address, key, sentIndex, endIndex, endAt, fate } = message
  const isFlying =
    sentIndex <= moment.at && (endIndex < 0 || (endIndex > moment.at && endAt > momentMs(moment)))
  const at = isFlying ? moment.at : sentIndex
  const { edit } = deeds
  return [
    { text: 'What does it carry?', onChoose: () => deeds.open(key) },
    ...(edit === undefined || (fate === 'lost' && !isFlying)
      ? []
      : [
          { text: 'Drop it', onChoose: () => edit({ do: 'drop', message: address }, at) },
          {
            text: `Delay it by ${delayMs / 1000} s`,
            onChoose: () => edit({ do: 'hold', message: address, byMs: delayMs }, at),
          },
          {
            text: 'Deliver it twice',
            onChoose: () => edit({ do: 'duplicate', message: address, byMs: delayMs }, at),
          },
        ]),
    ...(isFlying ? [] : [{ text: 'Go to when it was sent', onChoose: () => deeds.seek(sentIndex) }]),
    ...undoChoice(deeds),
  ]
}

function undoChoice({ undo }: Deeds): readonly Choice[] {
  return undo === undefined ? [] : [{ text: `Undo: ${undo.name}`, onChoose: undo.go }]
}
