import type { APIRoute } from 'astro'
import { engineNames } from '#build/engine-names.ts'

/** What the engine's names declare, for a cell that's copied for an assistant. */
export const GET: APIRoute = () => Response.json(engineNames())
