import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { playgroundAt } from './playground.ts'

interface Props {
  readonly plan: Plan
  /** The event that the bench opens at. */
  readonly at: number
  readonly hash: string
  readonly children: ComponentChildren
}

/** The link to the playground for a run that was made in the page: it's packed there, and the link comes when it is. */
export function BenchLink({ plan, at, hash, children }: Props) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let isOld = false
    void import('./plan-link.ts')
      .then(({ planLink }) => planLink(plan, at, hash))
      .then((link) => {
        if (isOld || !link.ok) return
        setAddress(playgroundAt(link.fragment))
      })
    return () => void (isOld = true)
  }, [plan, at, hash])
  return address === undefined ? null : <a href={address}>{children}</a>
}
