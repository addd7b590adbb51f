import { type ClusterData, tell } from '#figures/cluster-bench/picture.tsx'
import { flatSvg } from '#figures/keep/flat-svg.ts'
import { planLink } from '#links/plan-link.ts'
import { fileName, saveFile } from '#links/save-file.ts'
import type { Item } from '#sandbox/items.ts'
import { limits } from '#sandbox/limits.ts'
import { href } from '#site/href.ts'

/** What a picture of a cell can become; the last three are a run's alone, and a frame is that of a plan the page can run. */
export type PictureWay = 'svg' | 'png' | 'film' | 'steps' | 'embed'

/** The pictures that a cell shows now, its author's or those of the reader's own run. */
export function picturesIn(cell: Element): readonly HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>('[data-item="picture"]')]
}

/** The run in a cell's so-manieth picture; undefined where it's none, and where the author's output still stands. */
export function runIn(items: readonly Item[] | undefined, place: number): ClusterData | undefined {
  const picture = items?.filter((item) => item.type === 'picture')[place]
  return picture?.kind === 'cluster' ? (picture.data as unknown as ClusterData) : undefined
}

/** Saves a picture as it stands on the page, in the page's theme; gives what to say of it. */
export async function savePicture(picture: HTMLElement, way: 'svg' | 'png', title: string): Promise<string> {
  const isDark =
    document.documentElement.dataset['theme'] ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  const svg = flatSvg(picture, { theme: isDark === 'dark' ? 'dark' : 'light', title })
  const name = `${fileName(title, 'picture')}.${way}`
  if (way === 'svg') saveFile(name, svg, 'image/svg+xml')
  else {
    const { pngOf } = await import('#figures/keep/png.ts')
    saveFile(name, await pngOf(svg))
  }
  return `Saved as ${name}.`
}

/** Saves a run that moves, or its steps as a text; gives what to say of it. */
export async function saveRun(data: ClusterData, way: 'film' | 'steps', title: string): Promise<string> {
  const outline = tell(data, limits.pictureEvents)
  if ('say' in outline) return outline.say
  const name = fileName(title, 'run')
  if (way === 'steps') {
    const { stepsText } = await import('#figures/keep/steps.ts')
    saveFile(`${name}.txt`, stepsText(outline, title))
    return `Saved as ${name}.txt.`
  }
  const { film } = await import('#figures/keep/film.ts')
  saveFile(`${name}-film.svg`, film(outline, title), 'image/svg+xml')
  return `Saved as ${name}-film.svg. It moves in a browser, in a page and on a slide that shows one.`
}

type EmbedLine =
  { readonly ok: true; readonly line: string } | { readonly ok: false; readonly message: string }

/** The one line that shows the run of a picture in another page, at its end; or why there's none. */
export async function embedOfRun(data: ClusterData, title: string): Promise<EmbedLine> {
  const outline = tell(data, limits.pictureEvents)
  if ('say' in outline) return { ok: false, message: outline.say }
  if (!('plan' in data))
    return { ok: false, message: 'This program’s run has no frame of its own: embed the cell.' }
  const at = outline.steps.at(-1)?.index ?? 0
  const link = await planLink(data.plan as Parameters<typeof planLink>[0], at, outline.hash, { title })
  if (!link.ok) return link
  const { embedLine } = await import('#figures/keep/embed-line.ts')
  return {
    ok: true,
    line: embedLine(new URL(href('/embed/run/') + link.fragment, location.href).href, title),
  }
}
