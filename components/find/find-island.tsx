import { useEffect, useState } from 'preact/hooks'
import { FindView } from './find-view.tsx'

/** The search as a page: what's looked for stands in the address, so that it can be linked. */
export default function FindIsland({ base }: { readonly base: string }) {
  const [first, setFirst] = useState<string>()
  useEffect(() => setFirst(new URLSearchParams(location.search).get('q') ?? ''), [])
  return first === undefined ? null : <FindView base={base} first={first} />
}
