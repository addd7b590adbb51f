import type { APIRoute } from 'astro'
import { searchFiles, tableFile } from '#build/search.ts'

let made: ReturnType<typeof searchFiles> | undefined

const files = {
  'passages.json': async () => (await (made ??= searchFiles())).json,
  'passages.bin': async () => (await (made ??= searchFiles())).bin,
  'static.json': async () => tableFile('static.json'),
  'static.bin': async () => tableFile('static.bin'),
} as const

export function getStaticPaths() {
  return Object.keys(files).map((file) => ({ params: { file } }))
}

/** The files of the course's search: its passages with their vectors, and the token table that embeds a question. */
export const GET: APIRoute = async ({ params }) => {
  const content = await files[params['file'] as keyof typeof files]()
  const type = params['file']?.endsWith('.json') === true ? 'application/json' : 'application/octet-stream'
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'Content-Type': type },
  })
}
