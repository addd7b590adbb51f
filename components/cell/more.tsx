import { RunAll } from './run-all.tsx'
import { useEffect, useRef, useState } from 'preact/hooks'
import { planChanged, type PlanChange } from '#figures/cluster-bench/plan-changed.ts'
import { href } from '#site/href.ts'
import { Ways, type CellAway } from './away-ways.tsx'

/** The ways of a cell out of the page: the playground, a link, a folder for Node, a text for an assistant. */
export function CellMore(props: CellAway) {
  const { addresses, cell, items } = props
  const root = useRef<HTMLDivElement>(null)
  const [plans, setPlans] = useState(props.plans)
  const [count, setCount] = useState(0)
  // What only a script can do is no part of the page until it's looked at: a lesson has ten cells and more.
  const [wasOpened, setOpened] = useState(false)
  // A run of the code shows the code's own plans again.
  useEffect(() => {
    setPlans(props.plans)
    setCount(countIn(root.current))
  }, [items])
  useEffect(() => {
    // It may have been opened before the script came.
    if (root.current?.querySelector('details')?.open === true) setOpened(true)
    const around = root.current?.closest('[data-cell]')
    const change = (event: Event) => {
      const { place, plan } = (event as CustomEvent<PlanChange>).detail
      setPlans((before) => ({ ...before, [place]: plan }))
    }
    around?.addEventListener(planChanged, change)
    return () => around?.removeEventListener(planChanged, change)
  }, [])
  const { lesson } = addresses
  // Of a lesson's page, and not a cell that the page itself has made.
  const isOfLesson = addresses.cells.endsWith(`/lessons/${lesson}/cells.json`)
  return (
    <div class="cell-away" ref={root}>
      {isOfLesson && <a href={href(`/playground/code/#cell=${lesson}/${cell}`)}>Open in the playground</a>}
      {isOfLesson && <RunAll lesson={lesson} />}
      <details
        onToggle={() => {
          setOpened(true)
          setCount(countIn(root.current))
        }}
      >
        <summary>
          Share<span class="visually-hidden"> {cell}</span>
        </summary>
        {wasOpened && <Ways {...props} plans={plans} pictures={count} />}
      </details>
    </div>
  )
}

/** How many pictures the cell around shows. */
function countIn(root: HTMLElement | null): number {
  return root?.closest('[data-cell]')?.querySelectorAll('[data-item="picture"]').length ?? 0
}
