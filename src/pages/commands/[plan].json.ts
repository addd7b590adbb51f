import type { APIRoute } from 'astro'
import { dataOf, fileNameOf, lessonCommands, type Exported } from '#build/commands.ts'

/** A plan's steps as data. */
export function getStaticPaths() {
  return lessonCommands().exported.map((one) => ({ params: { plan: fileNameOf(one.id) }, props: one }))
}

export const GET: APIRoute<Exported & Record<string, unknown>> = ({ props }) => new Response(dataOf(props))
