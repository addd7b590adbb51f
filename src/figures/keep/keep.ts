import { fileName, saveFile } from '#links/save-file.ts'
import { flatSvg } from './flat-svg.ts'

/** What a figure's menu can do; the way is named by `data-keep`. */
export type Way = 'svg' | 'png' | 'film' | 'steps' | 'embed'

/** What of a figure is to be kept, and in which way. */
export interface Asked {
  readonly figure: HTMLElement
  readonly way: Way
  readonly theme: 'light' | 'dark'
  /** Address of the page that a frame shows: `/embed/run/`. */
  readonly embed: string
  /** The run that was chosen, for a figure that shows runs in a way of its own (run-value.ts). */
  readonly run?: string | undefined
}

/** Does what was asked; gives what to say of it, and a text where the reader must copy it by hand. */
export async function keep({
  figure,
  way,
  theme,
  embed,
  run,
}: Asked): Promise<{ readonly said: string; readonly text?: string }> {
  const title = titleOf(figure)
  const name = fileName(title, figure.dataset['figure'] ?? 'figure')
  if (way === 'svg' || way === 'png') {
    const svg = flatSvg(figure, { theme, title })
    if (way === 'svg') saveFile(`${name}.svg`, svg, 'image/svg+xml')
    else {
      const { pngOf } = await import('./png.ts')
      saveFile(`${name}.png`, await pngOf(svg))
    }
    return { said: `Saved as ${name}.${way}.` }
  }
  const carried = run === undefined ? fragmentOf(figure) : await fragmentOfKept(run)
  if (typeof carried !== 'string')
    return { said: carried?.message ?? 'This figure shows no run that a link could carry.' }
  const fragment = carried
  if (way === 'embed') {
    const { embedLine } = await import('./embed-line.ts')
    return copied(embedLine(new URL(embed + fragment, location.href).href, title))
  }
  const { outlineIn } = await import('./outline-in.ts')
  const found = await outlineIn(fragment)
  if (!found.ok) return { said: found.message }
  if (way === 'steps') {
    const { stepsText } = await import('./steps.ts')
    saveFile(`${name}.txt`, stepsText(found.value, title))
    return { said: `Saved as ${name}.txt.` }
  }
  const { film } = await import('./film.ts')
  saveFile(`${name}-film.svg`, film(found.value, title), 'image/svg+xml')
  return {
    said: `Saved as ${name}-film.svg. It moves in a browser, in a page and on a slide that shows one.`,
  }
}

async function fragmentOfKept(run: string): Promise<string | { readonly message: string }> {
  const { fragmentOfRun } = await import('./kept-run.ts')
  const found = await fragmentOfRun(run)
  return found.ok ? found.value : found
}

async function copied(text: string): Promise<{ readonly said: string; readonly text?: string }> {
  try {
    await navigator.clipboard.writeText(text)
    return { said: 'The line is copied. Paste it into the HTML of a page or a slide.' }
  } catch {
    return { said: 'Copy this line into the HTML of a page or a slide.', text }
  }
}

/** The link to what a figure shows: its own way to the playground, or what the playground says of itself. */
export function fragmentOf(figure: HTMLElement): string | undefined {
  const own = figure.querySelector<HTMLElement>('[data-fragment]')?.dataset['fragment']
  if (own !== undefined) return own
  const link = figure.querySelector<HTMLAnchorElement>('a[href*="/playground/cluster/#plan="]')
  return link === null ? undefined : new URL(link.href).hash
}

function titleOf(figure: HTMLElement): string {
  const title = figure.querySelector('.title')?.textContent?.trim()
  return title === undefined || title === '' ? (figure.dataset['figure'] ?? 'Figure') : title
}
