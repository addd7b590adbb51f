import type { ComponentType } from 'preact'
import { TreeView } from './tree/view.tsx'

/** The view that draws each kind of picture a cell can show. `data` is what the engine's own `outline` and so on gave. */
const views = { tree: TreeView } satisfies Record<string, unknown>

/** The view for a kind that came as plain data; undefined for a kind that nobody draws. */
export function viewFor(kind: string): ComponentType<{ data: unknown }> | undefined {
  return (views as unknown as Partial<Record<string, ComponentType<{ data: unknown }>>>)[kind]
}
