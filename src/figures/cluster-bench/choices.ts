import type { Edit } from '#engine'
import { cutText } from '#figures/cluster/conditions.ts'
import type { OutlinedMessage } from '#outline/types.ts'
import type { PlayedRun } from './run-service.ts'
import { nodesNow } from './moment-state.ts'
import type { Choice } from './press-menu.tsx'
import { type Branch, momentMs } from './session.ts'

/** What a menu can make happen. */
export interface Deeds {
  /** Changes the run after event `at`; after the one that is shown when it's left out. */
  readonly edit: (edit: Edit, at?: number) => void
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
export function nodeChoices(branch: Branch<PlayedRun>, id: string, deeds: Deeds): readonly Choice[] {
  const { outline, plan } = branch.played
  const state = nodesNow(outline, branch.at).find((node) => node.id === id)?.state ?? 'up'
  const others = [...plan.nodes, ...plan.clients].map((one) => one.id).filter((other) => other !== id)
  const isCut = outline.cuts.some(
    (cut) =>
      cut.index <= branch.at &&
      (cut.healedIndex === null || cut.healedIndex > branch.at) &&
      cutText(cut, id, outline) !== undefined,
  )
  const nodes = plan.nodes.map((one) => one.id).filter((other) => other !== id)
  const { edit, know, ask } = deeds
  return [
    { text: `What does ${id} know?`, onChoose: () => know(id) },
    ...(ask === undefined ? [] : [{ text: `Ask ${id} for something…`, onChoose: () => ask(id) }]),
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
    ...undoChoice(deeds),
  ]
}

/** What can be done to a message. One that's over is caught on its way: the run changes from when it was sent. */
export function messageChoices(
  branch: Branch<PlayedRun>,
  message: OutlinedMessage,
  deeds: Deeds,
): readonly Choice[] {
  const { address, key, sentIndex, endIndex, endAt, fate } = message
  const isFlying =
    sentIndex <= branch.at && (endIndex < 0 || (endIndex > branch.at && endAt > momentMs(branch)))
  const at = isFlying ? branch.at : sentIndex
  const lost = fate === 'lost' && !isFlying
  return [
    { text: 'What does it carry?', onChoose: () => deeds.open(key) },
    ...(lost ? [] : [{ text: 'Drop it', onChoose: () => deeds.edit({ do: 'drop', message: address }, at) }]),
    ...(lost
      ? []
      : [
          {
            text: `Delay it by ${delayMs / 1000} s`,
            onChoose: () => deeds.edit({ do: 'hold', message: address, byMs: delayMs }, at),
          },
          {
            text: 'Deliver it twice',
            onChoose: () => deeds.edit({ do: 'duplicate', message: address, byMs: delayMs }, at),
          },
        ]),
    ...(isFlying ? [] : [{ text: 'Go to when it was sent', onChoose: () => deeds.seek(sentIndex) }]),
    ...undoChoice(deeds),
  ]
}

function undoChoice({ undo }: Deeds): readonly Choice[] {
  return undo === undefined ? [] : [{ text: `Undo: ${undo.name}`, onChoose: undo.go }]
}
