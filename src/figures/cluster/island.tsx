import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { indexAt, stepAt } from './frame.ts'
import { outlineOf } from './run.ts'
import { followHead } from './scroll.ts'
import { ClusterView } from './view.tsx'

export interface ClusterIslandProps {
  readonly id: string
  readonly plan: unknown
  /** The event after which the first frame stands. */
  readonly at: number
  /** Nothing after `at` may be seen yet. */
  readonly withheld?: boolean
  /** Where the same moment opens with all controls. */
  readonly bench?: string | undefined
}

/** A run in a lesson: step back, step, scrub. */
export function ClusterIsland({ id, plan, at: first, withheld = false, bench }: ClusterIslandProps) {
  const root = useRef<HTMLDivElement>(null)
  const alive = useHydrated()
  const outline = useMemo(() => outlineOf(plan), [plan])
  const [at, setAt] = useState(first)
  const last = withheld ? stepAt(outline, first) : outline.steps.length - 1
  const place = Math.min(last, stepAt(outline, at))
  const go = (to: number) => setAt(indexAt(outline, Math.max(-1, Math.min(last, to))))
  useEffect(() => {
    if (root.current) followHead(root.current)
  }, [at, alive])
  return (
    <div ref={root}>
      <ClusterView
        id={id}
        outline={outline}
        at={indexAt(outline, place)}
        cover={withheld && place === last}
        onPickMoment={alive ? setAt : undefined}
        controls={
          <div class="scrub cluster-controls">
            <button
              type="button"
              class="button icon"
              aria-label="Step back"
              disabled={!alive || place < 0}
              onClick={() => go(place - 1)}
            >
              ◂
            </button>
            <button
              type="button"
              class="button main"
              disabled={!alive || place >= last}
              onClick={() => go(place + 1)}
            >
              Step ▸
            </button>
            <input
              type="range"
              min="-1"
              max={last}
              value={place}
              aria-label="Step"
              aria-valuetext={`${place + 1} of ${last + 1}`}
              disabled={!alive}
              onInput={(event) => go(Number(event.currentTarget.value))}
            />
            <span class="cluster-count">
              {place + 1} of {withheld ? '?' : last + 1}
            </span>
            {bench !== undefined && (
              <a class="cluster-bench" href={bench}>
                Open on the bench
              </a>
            )}
          </div>
        }
      />
    </div>
  )
}
