import { z } from 'astro/zod'

/** What a figure is given that shows one kept plan; `id` is the one that it has on a page with one such figure. */
export const planFigure = (id: string) =>
  z.strictObject({ id: z.string().default(id), plan: z.string().min(1), title: z.string().min(1) })

/** The same as an author writes it. */
export type PlanFigure = z.input<ReturnType<typeof planFigure>>
