import { useEffect, useState } from 'preact/hooks'
import type { CourseCard } from './card.ts'

/**
 * The card as it's shown this time: one that is drawn gets a seed of its own at each showing, and a run of the engine
 * computes its answer; undefined until the engine is there. Without a connection it's the card as its author wrote it.
 * `showing` is how often it was graded before.
 */
export function useDrawn(card: CourseCard | undefined, showing: number): CourseCard | undefined {
  const [drawn, setDrawn] = useState<CourseCard>()
  const key = `${card?.id} ${showing}`
  useEffect(() => {
    let isGone = false
    setDrawn(undefined)
    const name = card?.drawn
    if (card === undefined || name === undefined) return
    import('#figures/drawn-cards/draw.ts').then(
      ({ drawShowing }) => {
        if (!isGone) setDrawn({ ...card, ...drawShowing(name, card.id, showing) })
      },
      () => {
        if (!isGone) setDrawn(card)
      },
    )
    return () => {
      isGone = true
    }
  }, [key])
  if (card?.drawn === undefined) return card
  return drawn?.id === card.id ? drawn : undefined
}
