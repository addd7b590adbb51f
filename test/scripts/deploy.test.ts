import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { deployFaults, type Asked } from '../../scripts/deploy-faults.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const forever = 'public, max-age=31536000, immutable'

describe('the files that hosts read', () => {
  it('build with the host’s own address and path, and publish dist', () => {
    const github = parse(read('.github/workflows/pages.yml')) as {
      jobs: { publish: { steps: { run?: string; env?: Record<string, string>; with?: { path?: string } }[] } }
    }
    const { steps } = github.jobs.publish
    const build = steps.find(({ run }) => run === 'npm run build')
    expect(build?.env).toEqual({
      SITE: '${{ steps.pages.outputs.origin }}',
      BASE: '${{ steps.pages.outputs.base_path }}/',
    })
    expect(steps.map((step) => step.with?.path).filter(Boolean)).toEqual(['dist'])

    const gitlab = parse(read('.gitlab-ci.yml')) as {
      pages: { script: string[]; publish: string }
    }
    expect(gitlab.pages.publish).toBe('dist')
    const exported = gitlab.pages.script.filter((line) => line.startsWith('export '))
    expect(exported.map((line) => line.split('=')[0])).toEqual(['export SITE', 'export BASE'])

    expect(read('netlify.toml')).toMatch(/command = ".*npm run build"\n\s*publish = "dist"/)
    expect(read('wrangler.toml')).toContain('pages_build_output_dir = "dist"')
  })

  it('keep what changes its name forever, and nothing else, on nginx as on hosts that read _headers', () => {
    const headers = read('public/_headers')
    for (const folder of ['_astro', 'runtime'])
      expect(headers).toContain(`/${folder}/*\n  Cache-Control: ${forever}`)
    expect(headers.match(/Cache-Control/g)).toHaveLength(2)
    const nginx = read('deploy/nginx.conf')
    expect(nginx).toContain(`location ~ ^BASE(_astro|runtime)/`)
    expect(nginx).toContain(`add_header Cache-Control "${forever}"`)
    expect(nginx).toContain('add_header Cache-Control no-cache always')
    for (const [, header] of headers.matchAll(/^ {2}(X-[\w-]+|Referrer-Policy): /gm))
      expect(nginx.split(`add_header ${header} `)).toHaveLength(3)
  })
})

describe('the look at a server', () => {
  const page = '<meta http-equiv="content-security-policy"><h1>x</h1><script src="/_astro/a.js"></script>'
  const good = (path: string): Asked => {
    const types: Record<string, string> = { svg: 'image/svg+xml', webmanifest: 'application/manifest+json', json: 'application/json' } // prettier-ignore
    const isAsset = path.startsWith('/_astro/')
    return {
      status: path.includes('/no/') ? 404 : path.endsWith('merkle-trees') ? 301 : 200,
      text: page,
      headers: new Headers({
        'content-type': types[path.split('.')[1] ?? ''] ?? 'text/html; charset=utf-8',
        'cache-control': isAsset ? forever : 'no-cache',
        'content-encoding': 'gzip',
        'x-content-type-options': 'nosniff',
      }),
    }
  }

  it('finds nothing wrong with a good one', async () => {
    expect(await deployFaults('/', async (path) => good(path))).toEqual([])
  })

  it.each([
    ['pages that are kept', 'cache-control', 'max-age=600', / is kept: expected no-cache/],
    ['texts that travel as they are', 'content-encoding', '', / travels as: expected gzip/],
    ['a type that is none', 'content-type', 'text/plain', / is: expected text\/html/],
  ])('finds %s', async (_, header, value, fault) => {
    const faults = await deployFaults('/', async (path) => {
      const answer = good(path)
      answer.headers.set(header, value)
      return answer
    })
    expect(faults.some((line) => fault.test(line))).toBe(true)
  })

  it('finds a 404 that answers as a page', async () => {
    const faults = await deployFaults('/', async (path) => ({ ...good(path), status: 200 }))
    expect(faults).toHaveLength(2)
  })
})
