/** What a server answered. */
export interface Asked {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/**
 * What's wrong with a server of the built site under a base path, by asking it: a line for each fault, none when all is
 * well. `ask` asks for a path of the host.
 */
export async function deployFaults(
  base: string,
  ask: (path: string) => Promise<Asked>,
): Promise<readonly string[]> {
  const faults: string[] = []
  const expect = (what: string, is: unknown, wanted: unknown) => {
    if (is !== wanted) faults.push(`${what}: expected ${String(wanted)}, received ${String(is)}`)
  }
  const home = await ask(base)
  expect(`${base} answers`, home.status, 200)
  expect(`${base} is`, home.headers.get('content-type'), 'text/html; charset=utf-8')
  expect(`${base} is kept`, home.headers.get('cache-control'), 'no-cache')
  expect(`${base} is guarded`, home.headers.get('x-content-type-options'), 'nosniff')
  expect(`${base} travels as`, home.headers.get('content-encoding'), 'gzip')
  expect(`${base} has its own policy`, home.text.includes('http-equiv="content-security-policy"'), true)

  const lesson = await ask(`${base}lessons/merkle-trees/`)
  expect('a lesson answers', lesson.status, 200)
  expect('a lesson without its slash answers', (await ask(`${base}lessons/merkle-trees`)).status, 301)

  const lost = await ask(`${base}no/such/page/`)
  expect('a page that isn’t there answers', lost.status, 404)
  expect('a page that isn’t there shows the site’s own page', lost.text.includes('<h1'), true)

  const asset = new RegExp(`"(${base}_astro/[^"]+\\.(?:js|woff2))"`).exec(lesson.text)?.[1]
  expect('a lesson names a file whose name changes with its content', typeof asset, 'string')
  if (asset !== undefined) {
    const answer = await ask(asset)
    expect(`${asset} answers`, answer.status, 200)
    expect(`${asset} is kept`, answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  }
  for (const [file, type] of [
    ['favicon.svg', 'image/svg+xml'],
    ['manifest.webmanifest', 'application/manifest+json'],
    ['cards.json', 'application/json'],
  ] as const) {
    const answer = await ask(base + file)
    expect(`${file} answers`, answer.status, 200)
    expect(`${file} is`, answer.headers.get('content-type')?.split(';')[0], type)
  }
  return faults
}
