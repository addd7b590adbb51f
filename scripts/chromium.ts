import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Where systems keep the shell of Chromium: the same engine without windows. It runs the same tests in about half the
 * time, so it comes before the others.
 */
const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The Chromium that the browser tests run in: CHROMIUM_PATH, else Playwright's own, else the system's headless shell
 * (as root on Debian it is installed with apt), else any Chromium of the system, else Playwright's, downloaded now.
 * Never sudo.
 * @throws Error with one line saying what to do, when there's none.
 */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH is "${given}", and there is no such file.`)
  }
  return (
    playwrights() ??
    inPath(shells) ??
    (rootOnDebian() ? withApt() : undefined) ??
    inPath(browsers) ??
    places.find(executable) ??
    (run('npx', ['playwright', 'install', 'chromium']), playwrights()) ??
    giveUp()
  )
}

function withApt(): string | undefined {
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', 'chromium-headless-shell'])
  if (inPath(shells) || inPath(browsers)) return inPath(shells)
  run('apt-get', ['install', '-y', 'chromium'])
  return inPath(browsers)
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function inPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable)
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
