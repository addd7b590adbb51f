import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Draws its children in a task of their own, after what's around them: drawn in one, they'd hold a slow phone up. */
export function InTurn({ children }: { readonly children: ComponentChildren }) {
  const [isTurn, setTurn] = useState(false)
  // Effects follow what was drawn, in a task of theirs.
  useEffect(() => setTurn(true), [])
  return isTurn ? <>{children}</> : null
}
