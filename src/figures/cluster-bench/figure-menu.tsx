import { useState } from 'preact/hooks'
import type { Edit } from '#engine/search/branch.ts'
import type { FigureMenuProps } from '#figures/cluster/figure-menu.ts'
import type { RunOutline } from '#outline/types.ts'
import { type Deeds, messageChoices, nodeChoices } from './choices.ts'
import css from './css/pressed.css?url'
import { Knows } from './knows.tsx'
import { type Choice, PressMenu } from './press-menu.tsx'

/**
 * What can be asked of a node or a message in a lesson's own figure, where it was pressed. The figure's run stays as it is:
 * a change opens the playground, with the change made.
 */
export function FigureMenu(props: FigureMenuProps) {
  const { asked, outline, at, until, plan, onSeek, onOpen, onClose } = props
  const [known, setKnown] = useState<string>()
  const [said, setSaid] = useState('')
  const moment = { played: { outline }, at }

  async function change(edit: Edit, after = at): Promise<void> {
    setSaid('Opening the playground…')
    try {
      const { changedLink } = await import('./changed-link.ts')
      const link = await changedLink(plan, after, edit)
      if (link === undefined) return setSaid('With this change the run is too long for the playground.')
      setSaid('')
      location.assign(link)
    } catch {
      setSaid('The playground couldn’t be loaded. Are you offline? Try again.')
    }
  }

  const deeds: Deeds = {
    edit: plan === undefined ? undefined : (edit, after) => void change(edit, after),
    seek: onSeek,
    know: setKnown,
    open: onOpen,
    ask: undefined,
    undo: undefined,
  }
  const note = plan === undefined ? undefined : 'A change opens the playground'
  const message = asked?.kind === 'message' && outline.messages.find(({ key }) => key === asked.id)
  return (
    <>
      <link rel="stylesheet" href={css} />
      {asked?.kind === 'node' && (
        <PressMenu
          about={asked.id}
          note={note}
          pressed={asked.pressed}
          choices={[
            ...nodeChoices(moment, asked.id, deeds),
            ...stepsOf(outline, asked.id, { at, until }, onSeek),
          ]}
          onClose={onClose}
        />
      )}
      {asked && message && (
        <PressMenu
          about={`${message.called}, ${message.from} to ${message.to}`}
          note={note}
          pressed={asked.pressed}
          choices={messageChoices(moment, message, deeds)}
          onClose={onClose}
        />
      )}
      {known !== undefined && <Knows branch={moment} node={known} onClose={() => setKnown(undefined)} />}
      <p class={said === '' ? 'visually-hidden' : 'cluster-note'} role="status">
        {said}
      </p>
    </>
  )
}

/** The steps of one node before and after the moment that is shown. */
function stepsOf(
  { steps }: RunOutline,
  id: string,
  { at, until }: { readonly at: number; readonly until: number },
  seek: (index: number) => void,
): readonly Choice[] {
  const own = steps.filter(({ node, index }) => node === id && index <= until)
  const before = own.findLast(({ index }) => index < at)
  const next = own.find(({ index }) => index > at)
  return [
    ...(next === undefined ? [] : [{ text: `Go to its next step`, onChoose: () => seek(next.index) }]),
    ...(before === undefined
      ? []
      : [{ text: `Go to its step before this`, onChoose: () => seek(before.index) }]),
  ]
}
