import type { AstroIntegration } from 'astro'

/** Integrations that only read the pages after the build, and write files of their own: they work at the same time. */
export function atOnce(...integrations: readonly AstroIntegration[]): AstroIntegration {
  return {
    name: integrations.map(({ name }) => name).join(', '),
    hooks: {
      'astro:build:done': async (options) => {
        await Promise.all(integrations.map(({ hooks }) => hooks['astro:build:done']?.(options)))
      },
    },
  }
}
