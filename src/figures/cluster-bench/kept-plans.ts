import { useRef } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'

/** The kept plans by their names, fetched once, when the first is asked for. */
export function useKeptPlans(address: string): (id: string) => Promise<Plan | undefined> {
  const all = useRef<Promise<ReadonlyMap<string, Plan>>>()
  return async (id) => {
    all.current ??= fetchPlans(address)
    try {
      return (await all.current).get(id)
    } catch (error) {
      // Offline now isn't offline for good.
      all.current = undefined
      throw error
    }
  }
}

async function fetchPlans(address: string): Promise<ReadonlyMap<string, Plan>> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return new Map(Object.entries((await response.json()) as { readonly [id: string]: Plan }))
}
