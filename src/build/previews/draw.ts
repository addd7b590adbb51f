import type { Preview } from './kinds.ts'

const width = 1200
const height = 630
const left = 84

/** How many letters of a text fit into a line, by its size in pixels: the two voices are about half as wide as high. */
const perLine = (size: number) => Math.floor((width - 2 * left - 120) / (size * 0.5))

/** A preview as SVG, 1200 by 630: the mark, where it stands in the course, its heading and its question. */
export function drawPreview({ kicker, heading, line, stop }: Preview, stops: number): string {
  const size = heading.length > 44 ? 62 : 76
  const headings = broken(heading, perLine(size))
  const lines = broken(line, perLine(34))
  const headingAt = 284
  const lineAt = headingAt + headings.length * size * 1.12 + 14
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fbfaf6"/>`,
    `<rect width="${width}" height="14" fill="#1f5fbf"/>`,
    mark(left, 62, 3),
    words('Anti-Entropy', left + 84, 108, 36, 'Figtree', 650, '#1d2126'),
    words(kicker, left, 196, 28, 'Figtree', 500, '#575e68'),
    ...headings.map((text, index) =>
      words(text, left, headingAt + index * size * 1.12, size, 'Figtree', 700, '#1d2126'),
    ),
    ...lines.map((text, index) =>
      words(text, left, lineAt + index * 46, 34, 'Source Serif 4', 400, '#575e68'),
    ),
    way(stop, stops),
    `</svg>`,
  ].join('\n')
}

function mark(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><circle cx="5" cy="6" r="3.6" fill="#1f5fbf"/><rect x="13.4" y="2.4" width="7.2" height="7.2" fill="#c05a12"/><path d="M11 12.5 15.6 20H6.4z" fill="#12715f"/></g>`
}

/** The course as a line of stops, with this page's one filled. */
function way(stop: number, stops: number): string {
  const step = (width - 2 * left) / (stops - 1)
  const dots = Array.from({ length: stops }, (_, index) => {
    const isHere = index + 1 === stop
    return `<circle cx="${left + index * step}" cy="560" r="${isHere ? 16 : 9}" fill="${isHere ? '#1f5fbf' : '#fbfaf6'}" stroke="#1f5fbf" stroke-width="4"/>`
  })
  return `<path d="M${left} 560H${width - left}" stroke="#c9c6bd" stroke-width="4"/>${dots.join('')}`
}

function words(
  text: string,
  x: number,
  y: number,
  size: number,
  family: string,
  weight: number,
  fill: string,
): string {
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`
}

/** A text in lines of at most so many letters, broken between words. */
function broken(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
