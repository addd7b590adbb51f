/**
 * Starts a real nginx with deploy/nginx.conf on the built site, and asks it for what a browser would: pages, a page that
 * isn't there, files that never change, and the same under a base path where dist-base was built. Needs nginx and dist,
 * and says so when one is missing: it never passes without having asked.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deployFaults, type Asked } from './deploy-faults.ts'

if (spawnSync('nginx', ['-v']).status !== 0)
  give('nginx isn’t installed: apt-get install nginx, then run it again.')
if (!existsSync('dist')) give('There is no dist to serve: run npm run build first.')

let faults = await check('dist', '/')
if (existsSync('dist-base')) faults += await check('dist-base', '/notebook/')
else
  console.log(
    'dist-base isn’t built, so the base path wasn’t tried: BASE=/notebook/ OUT_DIR=dist-base npm run build',
  )
process.exitCode = faults === 0 ? 0 : 1

/** Serves a build under its base path; prints what's wrong and gives how much. */
async function check(dist: string, base: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'deploy-'))
  const port = await freePort()
  const folder = join(home, 'site')
  mkdirSync(folder)
  cpSync(dist, join(folder, base), { recursive: true })
  const server = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll('PORT', String(port))
    .replaceAll('FOLDER', folder)
    .replaceAll('BASE', base)
  const file = join(home, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off;\npid ${home}/pid;\nerror_log ${home}/error.log;\nevents {}\nhttp {\naccess_log off;\n${server}\n}\n`,
  )
  spawnSync('chmod', ['-R', 'a+rX', home])
  const tested = spawnSync('nginx', ['-t', '-c', file, '-p', home], { encoding: 'utf8' })
  if (tested.status !== 0) give(`nginx refuses deploy/nginx.conf:\n${tested.stderr}`)
  const nginx = spawn('nginx', ['-c', file, '-p', home], { stdio: 'ignore' })
  try {
    await listening(port)
    const faults = await deployFaults(base, (path) => ask(`http://localhost:${port}${path}`))
    console.log(`nginx serves ${dist} at ${base}: ${faults.length === 0 ? 'as it should' : 'with faults'}`)
    for (const fault of faults) console.log(`  ${fault}`)
    return faults.length
  } finally {
    nginx.kill()
    rmSync(home, { recursive: true, force: true })
  }
}

async function ask(address: string): Promise<Asked> {
  const answer = await fetch(address, { redirect: 'manual', headers: { 'accept-encoding': 'gzip' } })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function listening(port: number): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    if (await fetch(`http://localhost:${port}/`).then(Boolean, () => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  give('nginx didn’t begin to listen within 5 s.')
}

function give(message: string): never {
  console.error(message)
  process.exit(1)
}
