import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'

/**
 * Serves a built folder as a static host would, under a base path (`/` or `/notebook/`), with the site's own 404.
 * Port 0 takes a free one. Rejects with the port in the message when it is taken. A file that lies beside its
 * brotli-compressed twin (`index.html.br`) is sent as that.
 */
export function serve(
  folder: string,
  port: number,
  base = '/',
): Promise<{ url: string; close(): Promise<void> }> {
  const files = sirv(folder, { etag: true, brotli: true })
  const prefix = base.replace(/\/$/, '')
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (prefix !== '' && !path.startsWith(`${prefix}/`)) {
      response.writeHead(path === '/' || path === prefix ? 302 : 404, { location: `${prefix}/` }).end()
      return
    }
    request.url = path.slice(prefix.length)
    files(request, response, () => notFound(folder, response))
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`)
          : error,
      ),
    )
    server.listen(port, () => {
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

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html')
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' })
  response.end(existsSync(page) ? readFileSync(page) : 'Not found')
}
