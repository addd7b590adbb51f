import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve } from '../../scripts/serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'served-'))
let site: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), 'home')
  writeFileSync(join(folder, '404.html'), 'nothing here')
  writeFileSync(join(folder, 'theme.js'), '0123456789')
  site = await serve(folder, 0)
})

afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

function ask(
  path: string,
  headers: IncomingHttpHeaders = {},
  method = 'GET',
  agent?: Agent,
  atHead: () => void = () => undefined,
) {
  return new Promise<{ status: number; text: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const sent = request(new URL(path, site.url), { method, headers, agent }, (response) => {
      atHead()
      let text = ''
      response.on('data', (part) => (text += String(part)))
      response.on('end', () => resolve({ status: response.statusCode!, text, headers: response.headers }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

it.each([
  'bytes=5-2',
  'bytes=-5',
  'bytes=a-b',
  'bytes=9999999999999999999999-',
  'bytes=0-1,3-4',
  'lines=1-2',
  'bytes=',
])('answers the range %s without falling over', async (range) => {
  const { status, text } = await ask('/theme.js', { range })
  expect([200, 416]).toContain(status)
  if (status === 200) expect(text).toBe('0123456789')
  expect((await ask('/')).text).toBe('home')
})

it('serves a part that was asked for', async () => {
  expect(await ask('/theme.js', { range: 'bytes=2-4' })).toMatchObject({ status: 206, text: '234' })
  expect(await ask('/theme.js', { range: 'bytes=50-60' })).toMatchObject({ status: 416 })
})

it('sends files as they are now: grown, new, or gone', async () => {
  expect((await ask('/theme.js')).text).toHaveLength(10)
  appendFileSync(join(folder, 'theme.js'), 'more')
  expect((await ask('/theme.js')).text).toHaveLength(14)
  writeFileSync(join(folder, 'new.txt'), 'new')
  expect((await ask('/new.txt')).text).toBe('new')
  rmSync(join(folder, 'new.txt'))
  expect(await ask('/new.txt')).toMatchObject({ status: 404, text: 'nothing here' })
})

it('sends as much as it told of a file that grows while it’s sent, and the next answer on the connection is whole', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const path = join(folder, 'growing.txt')
  const size = 300_000
  for (let round = 0; round < 20; round++) {
    writeFileSync(path, 'a'.repeat(size))
    const { text } = await ask('/growing.txt', {}, 'GET', agent, () => appendFileSync(path, 'b'.repeat(1000)))
    expect(text).toBe('a'.repeat(size))
    expect((await ask('/', {}, 'GET', agent)).text).toBe('home')
  }
  agent.destroy()
  rmSync(path)
})

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
  expect(await ask('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

it('leaves the folder by no path', async () => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fetc/passwd',
    '/%00',
    '/%E0%A4%A',
  ])
    expect((await ask(path)).status).toBeGreaterThanOrEqual(400)
})

it('is heard on this machine alone', async () => {
  const { port } = new URL(site.url)
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)
  if (outer === undefined) return
  await expect(fetch(`http://${outer.address}:${port}/`)).rejects.toThrow()
})
