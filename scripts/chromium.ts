import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** Names under which systems keep a Chromium that Playwright can drive. */
const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const systemPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The Chromium that the browser tests run in: CHROMIUM_PATH, else Playwright's own, else the system's, else one
 * installed now (Playwright's download; with apt only as root on Debian). Never sudo.
 * @throws Error with one line saying what to do, when there is none.
 */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH is "${given}", and there is no such file.`)
  }
  return (
    playwrights() ??
    systems() ??
    install('npx', ['playwright', 'install', 'chromium'], playwrights) ??
    (rootOnDebian()
      ? (run('apt-get', ['update']), install('apt-get', ['install', '-y', 'chromium'], systems))
      : undefined) ??
    giveUp()
  )
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function systems(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    ...folders.flatMap((folder) => systemNames.map((name) => join(folder, name))),
    ...systemPlaces,
  ]
  return candidates.find(executable)
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function rootOnDebian(): boolean {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    readFileSync('/etc/debian_version').length > 0
  )
}

function install(name: string, args: string[], find: () => string | undefined): string | undefined {
  run(name, args)
  return find()
}

function run(name: string, args: string[]): void {
  console.log(`No Chromium yet: ${name} ${args.join(' ')}`)
  spawnSync(name, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function giveUp(): never {
  throw new Error(
    'The browser tests need Chromium and none could be found or installed: install it, or set CHROMIUM_PATH to its program, and run npm test again.',
  )
}
