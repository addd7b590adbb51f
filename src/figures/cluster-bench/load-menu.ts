import type { LoadMenu } from '#figures/cluster/figure-menu.ts'

/** The menu of a run that isn't in the playground: fetched by the first press. */
export const loadMenu: LoadMenu = async () => (await import('./figure-menu.tsx')).FigureMenu
