import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import sirv from 'sirv'

/**
 * Serves a built folder as a static host would, under a base path (`/` or `/notebook/`), with the site's own 404.
 * Port 0 takes a free one. Rejects with the port in the message when it's taken. A file that lies beside its
 * brotli-compressed twin (`index.html.br`) is sent as that. Only this machine can reach it, unless `host` says otherwise.
 * The folder is looked at for every request: it may be built again, or removed, while it's served.
 */
export function serve(
  folder: string,
  port: number,
  base = '/',
  host = 'localhost',
): Promise<{ url: string; close(): Promise<void> }> {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    setHeaders: (response, _path, { size }) => response.once('pipe', (source) => cap(source, response, size)),
  })
  const prefix = base.replace(/\/$/, '')
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (prefix !== '' && !path.startsWith(`${prefix}/`)) {
      response.writeHead(path === '/' || path === prefix ? 302 : 404, { location: `${prefix}/` }).end()
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    request.url = path.slice(prefix.length)
    // A range that nobody can serve may be passed over: then the whole file is the answer.
    if (!isRange(request.headers.range)) delete request.headers.range
    try {
      files(request, response, () => notFound(folder, response))
    } catch {
      if (!response.headersSent) response.writeHead(400)
      response.end()
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`)
          : error,
      ),
    )
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo
      resolve({
        url: `http://localhost:${taken}${prefix}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}

/**
 * Sends no more than the `size` in bytes that the head has told: a file may grow between the look and the end of the
 * reading, and what's over would stand on the connection in front of the next answer. It may also be gone.
 */
function cap(source: Readable, response: ServerResponse, size: number): void {
  let left = size
  const capped = new Transform({
    transform(part: Buffer, _encoding, done) {
      const sent = part.subarray(0, left)
      left -= sent.length
      done(null, sent)
    },
  })
  source.once('error', () => response.destroy())
  source.unpipe(response)
  source.pipe(capped).pipe(response)
}

/** `bytes=FROM-` or `bytes=FROM-TO` with both in order: the only kinds that sirv reads rightly. */
function isRange(range: string | undefined): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? []
  return from !== undefined && (to === '' || Number(from) <= Number(to))
}

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html')
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' })
  response.end(existsSync(page) ? readFileSync(page) : 'Not found')
}
