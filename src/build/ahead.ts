import type { AstroIntegration } from 'astro'
import { inThread } from './thread.ts'

/** What takes seconds, and depends on nothing that a build makes: each is kept in `.cache` when it's done. */
type Ahead = 'declarations' | 'histories'

/** The integration begins it and pages wait for it, in bundles of their own: what they share is the process. */
const shared = globalThis as { antiEntropyAhead?: Record<Ahead, Promise<void>> }

/** Begins, when a build begins, what one of its last pages would have to wait for: while Vite works, a core is free. */
export function ahead(): AstroIntegration {
  return {
    name: 'ahead',
    hooks: {
      'astro:build:start': () => {
        const declarations = inThread(new URL('ahead/declarations.ts', import.meta.url), undefined)
        const histories = declarations.then(() =>
          inThread(new URL('ahead/histories.ts', import.meta.url), undefined),
        )
        // Who waits for it hears that it failed. Until then nobody does, and the process would end.
        histories.catch(() => undefined)
        shared.antiEntropyAhead = { declarations, histories }
      },
    },
  }
}

/** Waits until it's kept; doesn't wait where nothing was begun. @throws what its thread threw */
export async function keptAhead(what: Ahead): Promise<void> {
  await shared.antiEntropyAhead?.[what]
}
