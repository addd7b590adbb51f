import type { AstroIntegration } from 'astro'
import { inThread } from './thread.ts'

/** The integration begins it and a page waits for it, in bundles of their own: what they share is the process. */
const shared = globalThis as { antiEntropyAhead?: Promise<void> }

/**
 * Has the recorded histories judged while Vite works, when a core is free: that takes seconds, depends on nothing that a
 * build makes, and one of the last pages needs it. What's judged is kept in `.cache`.
 */
export function ahead(): AstroIntegration {
  return {
    name: 'ahead',
    hooks: {
      'astro:build:start': () => {
        shared.antiEntropyAhead = inThread(new URL('histories/judged.ts', import.meta.url), undefined)
        // The page that waits for it hears that it failed. Until then nothing does, and the process would end.
        shared.antiEntropyAhead.catch(() => undefined)
      },
    },
  }
}

/** Waits until the histories are judged; doesn't wait where nothing was begun. @throws what its thread threw */
export async function historiesAhead(): Promise<void> {
  await shared.antiEntropyAhead
}
