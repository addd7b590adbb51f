import { existsSync, readFileSync, statSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** A key and its certificate, as the package `selfsigned` makes them. */
export interface Certificate {
  readonly private: string
  readonly cert: string
}

/** Makes a certificate for this machine with `selfsigned` from a folder into which it was installed. */
export async function certificate(folder: string): Promise<Certificate> {
  const load = createRequire(join(folder, 'package.json'))
  const { generate } = load('selfsigned') as {
    generate(names: readonly object[], options: object): Certificate | Promise<Certificate>
  }
  return generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048, algorithm: 'sha256' })
}

const types: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html;charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript' },
  ...{ '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' },
  ...{ '.png': 'image/png', '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm' },
}
const isText = /\.(html|m?js|css|json|svg|webmanifest|xml|txt)$/

/** Serves a folder over HTTP/2 as a good host does: texts as brotli, what has a name of its own kept forever. */
export async function serveHttp2(
  folder: string,
  { private: key, cert }: Certificate,
): Promise<{ readonly url: string; close(): void }> {
  const ready = new Map<string, Buffer>()
  const server = createSecureServer({ key, cert }, (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'https://localhost').pathname)
    let file = join(folder, path)
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
    if (path.includes('..') || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const isPacked = isText.test(file)
    const body = ready.get(file) ?? (isPacked ? brotliCompressSync(readFileSync(file)) : readFileSync(file))
    ready.set(file, body)
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': /\/(_astro|assets|runtime)\//.test(file)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300',
      ...(isPacked && { 'content-encoding': 'br' }),
    })
    response.end(body)
  })
  const sessions = new Set<{ destroy(): void }>()
  server.on('session', (session) => sessions.add(session))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      for (const session of sessions) session.destroy()
      server.close()
    },
  }
}
