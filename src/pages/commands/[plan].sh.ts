import type { APIRoute } from 'astro'
import { fileNameOf, lessonCommands, scriptOf, type Exported } from '#build/commands.ts'

/** A plan as one script with its compose file inside. */
export function getStaticPaths() {
  return lessonCommands().exported.map((one) => ({ params: { plan: fileNameOf(one.id) }, props: one }))
}

export const GET: APIRoute<Exported & Record<string, unknown>> = ({ props }) => new Response(scriptOf(props))
