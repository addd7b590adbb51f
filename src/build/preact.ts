import preact from '@astrojs/preact'
import preset from '@preact/preset-vite'
import type { AstroIntegration } from 'astro'

/**
 * Preact for Astro, with TSX compiled by Vite's own compiler. The integration gives its preset options for Babel, even when
 * it's given none, and the preset then has Babel parse and print every module once for each part of the build, before Vite
 * compiles it anyway.
 */
export function preactWithoutBabel(): AstroIntegration {
  const integration = preact()
  const setup = integration.hooks['astro:config:setup']
  if (setup === undefined) throw new Error('@astrojs/preact: expected a hook for the setup, received none')
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:config:setup': (options) =>
        setup({
          ...options,
          updateConfig: (config) => {
            const plugins = config.vite?.plugins ?? []
            const [given, ...more] = plugins.filter((plugin) => Array.isArray(plugin))
            if (given === undefined || more.length > 0)
              throw new Error(`@astrojs/preact: expected one preset, received ${plugins.length} plugins`)
            const replaced = plugins.map((plugin) =>
              plugin === given ? preset({ reactAliasesEnabled: false }) : plugin,
            )
            return options.updateConfig({ ...config, vite: { ...config.vite, plugins: replaced } })
          },
        }),
    },
  }
}
