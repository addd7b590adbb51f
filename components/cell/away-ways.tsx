import type { Addresses } from '#cells/kit.ts'
import type { Item } from '#sandbox/items.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import { useRef, useState } from 'preact/hooks'
import type { PictureWay } from './keep-picture.ts'

/** A cell, as the ways out of its page have it. */
export interface CellAway {
  readonly addresses: Addresses
  readonly cell: string
  /** What the reader's own run has shown; undefined where the author's output stands. */
  readonly items: readonly Item[] | undefined
  readonly plans?: Replays | undefined
}

type Away = typeof import('./away.ts')

/** A cell that shows more of them names the first ones. */
const mostPictures = 6

/** A picture is saved as it stands; a run, once the reader has run the cell, as a film and a text too. */
function waysOf(
  items: CellAway['items'],
  place: number,
): readonly (readonly [label: string, way: PictureWay])[] {
  const picture = items?.filter((item) => item.type === 'picture')[place]
  const still = [['SVG', 'svg'], ['PNG', 'png']] as const // prettier-ignore
  if (picture?.kind !== 'cluster') return still
  const moving = [...still, ['Moving SVG', 'film'], ['Steps as text', 'steps']] as const
  const isPlan = typeof picture.data === 'object' && picture.data !== null && 'plan' in picture.data
  return isPlan ? [...moving, ['Copy embed line', 'embed']] : moving
}

interface WaysProps extends CellAway {
  readonly pictures: number
}

/** The ways themselves: links, files and texts, and the pictures that the cell shows. */
export function Ways({ addresses, cell, items, plans, pictures }: WaysProps) {
  const [said, setSaid] = useState('')
  const [shown, setShown] = useState<{ readonly label: string; readonly text: string }>()
  const turn = useRef(0)

  async function act(work: (away: Away) => Promise<string>): Promise<void> {
    const mine = ++turn.current
    setSaid('')
    setShown(undefined)
    try {
      const words = await work(await import('./away.ts'))
      if (mine === turn.current) setSaid(words)
    } catch {
      setSaid('What this needs couldn’t be loaded. Are you offline? Try again.')
    }
  }

  /** Where the browser allows no copying, the reader copies by hand. */
  async function copied(text: string, words: string, label: string): Promise<string> {
    try {
      await navigator.clipboard.writeText(text)
      return words
    } catch {
      setShown({ label, text })
      return ''
    }
  }

  const ways: readonly (readonly [label: string, work: (away: Away) => Promise<string>])[] = [
    [
      'Copy link',
      async ({ linkOf }) => {
        const link = await linkOf(addresses, cell, plans)
        return link.ok ? copied(link.address, link.words, 'Link to this code') : link.message
      },
    ],
    [
      'Copy embed line',
      async ({ embedOf }) => {
        const embed = await embedOf(addresses, cell, plans)
        return embed.ok
          ? copied(embed.line, 'The line is copied. It shows this cell in another page.', 'Line to embed')
          : embed.message
      },
    ],
    ['Save as a file', ({ saveCode }) => saveCode(addresses, cell, plans)],
    ['Download for Node', ({ takeHome }) => takeHome(addresses, cell)],
    [
      'Copy for an assistant',
      async ({ forAssistant }) =>
        copied(await forAssistant(addresses, cell, items), 'Copied as Markdown.', 'For an assistant'),
    ],
  ]
  return (
    <>
      <div class="cell-away-ways">
        {ways.map(([label, work]) => (
          <button key={label} type="button" class="button quiet" onClick={() => void act(work)}>
            {label}
          </button>
        ))}
      </div>
      <Pictures {...{ cell, items, pictures, copied }} onSave={(work) => void act(work)} />
      <p class="cell-away-said" role="status">
        {said}
      </p>
      {shown !== undefined && (
        <label class="cell-away-by-hand">
          {shown.label}
          <textarea readOnly rows={3} value={shown.text} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  )
}

interface PicturesProps {
  readonly cell: string
  readonly items: CellAway['items']
  readonly pictures: number
  readonly copied: (text: string, words: string, label: string) => Promise<string>
  readonly onSave: (work: () => Promise<string>) => void
}

/** The pictures that the cell shows, each with the files that it can become. */
function Pictures({ cell, items, pictures, copied, onSave }: PicturesProps) {
  const box = useRef<HTMLDivElement>(null)
  async function saved(place: number, way: PictureWay): Promise<string> {
    const { embedOfRun, picturesIn, runIn, savePicture, saveRun } = await import('./keep-picture.ts')
    const title = pictures === 1 ? cell : `${cell}, picture ${place + 1}`
    const run = runIn(items, place)
    if (way === 'embed' && run !== undefined) {
      const embed = await embedOfRun(run, title)
      const words = 'The line is copied. It shows this run in another page.'
      return embed.ok ? copied(embed.line, words, 'Line to embed') : embed.message
    }
    if ((way === 'film' || way === 'steps') && run !== undefined) return saveRun(run, way, title)
    const picture = picturesIn(box.current!.closest('[data-cell]')!)[place]!
    return savePicture(picture, way === 'svg' ? 'svg' : 'png', title)
  }

  return (
    <div ref={box}>
      {Array.from({ length: Math.min(pictures, mostPictures) }, (_, place) => (
        <div key={place} class="cell-away-ways" role="group" aria-label={`Picture ${place + 1}`}>
          <span>{pictures === 1 ? 'Its picture:' : `Picture ${place + 1}:`}</span>
          {waysOf(items, place).map(([label, way]) => (
            <button
              key={way}
              type="button"
              class="button quiet"
              onClick={() => onSave(() => saved(place, way))}
            >
              {label}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}
