import type { APIRoute } from 'astro'
import { keptPlans } from '#build/plans.ts'

/** Every kept plan by its id: fetched when the reader opens one. */
export const GET: APIRoute = () =>
  Response.json(Object.fromEntries([...keptPlans().values()].map(({ id, plan }) => [id, plan])))
