import { href } from '#site/href.ts'

/** What an installed course is called, where it starts and what its icons are. */
export function GET(): Response {
  const icon = (size: number) => ({
    src: href(`/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  })
  const manifest = {
    name: 'Anti-Entropy: an interactive notebook of distributed systems',
    short_name: 'Anti-Entropy',
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [{ src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }, icon(192), icon(512)],
  }
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } })
}
