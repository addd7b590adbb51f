/** Both databases side by side, and what each figure is made of. */
export { duel } from '#engine/duel/duel.ts'
export { plugs } from '#engine/duel/plugs.ts'
export { figuresOf, patienceMs, percentile } from '#engine/duel/counts.ts'
