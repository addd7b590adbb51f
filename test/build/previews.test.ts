import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { previewOf } from '#build/previews/kinds.ts'
import { previewDrawings, previewFolder, previewList } from '#build/previews/list.ts'

const drawings = previewDrawings()

describe('the pictures for link previews', () => {
  it('are drawn from what the lessons and kinds say today (npm run previews draws them again)', () => {
    const drawn = JSON.parse(readFileSync(previewList, 'utf8')) as Record<string, string>
    expect(drawn).toEqual(Object.fromEntries(drawings.map(({ name, digest }) => [name, digest])))
  })

  it('are there, each 1200 by 630, and no others', () => {
    const files = readdirSync(previewFolder).filter((file) => file.endsWith('.png'))
    expect(files.sort()).toEqual(drawings.map(({ name }) => `${name}.png`).sort())
    for (const file of files) {
      const png = readFileSync(join(previewFolder, file))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([1200, 630])
    }
  })

  it('say no line that runs out of the picture', () => {
    for (const { name, svg } of drawings) {
      const ends = [...svg.matchAll(/<text x="(\d+)" y="([\d.]+)"[^>]*font-size="(\d+)"[^>]*>([^<]*)</g)]
      expect(ends.length, name).toBeGreaterThan(3)
      for (const [, x, y, size, text] of ends) {
        expect(Number(x) + text!.length * Number(size) * 0.56, `${name}: ${text}`).toBeLessThan(1200)
        expect(Number(y), `${name}: ${text}`).toBeLessThan(540)
      }
    }
  })

  it('belong to every kind of page: a new folder of pages needs one', () => {
    const pages = readdirSync('src/pages', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.astro'))
      .map(({ name }) => name.replace(/\.astro$/, ''))
      // The home page has its own; the others show nothing to share, go on elsewhere, or stand in other pages' frames.
      .filter((name) => !['index', '404', 'bench', 'embed', 'lessons', 'runtime'].includes(name))
    for (const name of pages) {
      if (!existsSync(`src/pages/${name}.astro`) && !existsSync(`src/pages/${name}`)) continue
      expect(previewOf(`/${name}/`), `add "${name}" to src/build/previews/kinds.ts`).toBe(name)
    }
    expect(previewOf('/lessons/merkle-trees/handout/')).toBe('lesson-merkle-trees')
    expect(previewOf('/')).toBeUndefined()
  })
})
