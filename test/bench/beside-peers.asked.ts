import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.ts'
import { certificate, serveHttp2 } from './pages/http2.ts'
import { firstView, toNextHeading } from './pages/measure.ts'
import type { FirstView } from './pages/measure.ts'
import { install, starlight, vitepress } from './pages/peer-sites.ts'
import type { BuiltSite } from './pages/peer-sites.ts'
import { inTemporaryFolder } from './pages/temporary.ts'

const slugs = [
  ...['distributed-systems', 'replicas', 'anti-entropy', 'merkle-trees'],
  ...['cassandra-repair', 'cassandra-vs-mongodb', 'databases-for-ai'],
]
const runs = 3
/** What the first paint of a lesson may take of Starlight's, and what a click may take. */
const limits = { share: 0.7, clickMs: 200, bytes: 80 * 1024, blockedMs: 50 }

/**
 * The lessons beside the notes as a plain page of Starlight and of VitePress, all in one run: as on a slow phone, over HTTP/2,
 * with nothing in the browser's cache. Both are installed into a temporary folder, the newest that the registry has.
 */
export default async function besidePeers(report: (line: string) => void): Promise<void> {
  if (!existsSync('dist')) throw new Error('There is no dist to measure: run npm run build first.')
  await inTemporaryFolder(async (folder) => {
    for (const name of ['tools', 'starlight', 'vitepress']) mkdirSync(join(folder, name))
    await install(join(folder, 'tools'), ['selfsigned'])
    const key = await certificate(join(folder, 'tools'))
    const ours: BuiltSite = {
      name: 'Anti-Entropy',
      folder: 'dist',
      paths: slugs.map((slug) => `/lessons/${slug}/`),
      next: 'a[rel="next"]',
    }
    const sites = [
      await starlight(join(folder, 'starlight')),
      await vitepress(join(folder, 'vitepress')),
      ours,
    ]
    const browser = await chromium.launch({ executablePath: findChromium() })
    const hosts = await Promise.all(sites.map((site) => serveHttp2(site.folder, key)))
    try {
      report(`median of ${runs}: largest paint, layout shift, blocked, bytes of the first view`)
      let peerMs = Number.NaN
      for (const [index, site] of sites.entries())
        for (const path of site.paths) {
          // The first one makes the server compress what it sends, and counts for nothing.
          await firstView(browser, hosts[index]!.url + path)
          const views: FirstView[] = []
          for (let run = 0; run < runs; run++) views.push(await firstView(browser, hosts[index]!.url + path))
          const of = (name: 'paintMs' | 'shift' | 'blockedMs' | 'bytes') =>
            median(views.map((view) => view[name]))
          if (index === 0) peerMs = of('paintMs')
          report(
            `${site.name} ${path}: ${Math.round(of('paintMs'))} ms (${(of('paintMs') / peerMs).toFixed(2)} of Starlight’s` +
              `${site === ours ? `, limit ${limits.share}` : ''}); shift ${of('shift').toFixed(3)}; blocked ${Math.round(of('blockedMs'))} ms` +
              `${site === ours ? ` of ${limits.blockedMs}` : ''}; ${(of('bytes') / 1024).toFixed(1)} KB${site === ours ? ` of ${limits.bytes / 1024}` : ''}`,
          )
        }
      report(
        `median of ${runs}: from the click on what leads on to the next page’s heading; nothing is drawn ahead here, because a browser under test refuses to`,
      )
      for (const [index, site] of sites.entries())
        // From the last lesson nothing leads on.
        for (const path of site.paths.slice(0, site === ours ? -1 : undefined)) {
          const took: number[] = []
          for (let run = 0; run < runs; run++)
            took.push(await toNextHeading(browser, hosts[index]!.url + path, site.next))
          report(
            `${site.name} ${path}: ${Math.round(median(took))} ms${site === ours ? ` of ${limits.clickMs}` : ''}`,
          )
        }
    } finally {
      await browser.close()
      for (const host of hosts) host.close()
    }
  })
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
