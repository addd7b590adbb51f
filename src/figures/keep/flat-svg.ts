/** What a picture leaves out: what is pressed, folded away, or only heard. The name of a node stays, though it's pressed too. */
const leftOut =
  'button:not(.cluster-pick), input, select, textarea, details, script, style, link, .controls, .visually-hidden, .cluster-links, [popover], [hidden], [data-keep]'

/** What of an SVG element's look comes from stylesheets, which a file by itself doesn't have. */
const looks = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap',
  'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor',
  'dominant-baseline', 'visibility', 'paint-order', 'letter-spacing', 'marker-start', 'marker-end',
] as const // prettier-ignore

const usual: { readonly [look: string]: string } = {
  'fill-opacity': '1', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter',
  opacity: '1', 'font-style': 'normal', 'text-anchor': 'start', 'dominant-baseline': 'auto', visibility: 'visible',
  'paint-order': 'normal', 'letter-spacing': 'normal', 'marker-start': 'none', 'marker-end': 'none',
} // prettier-ignore

interface FlatOptions {
  readonly theme: 'light' | 'dark'
  /** What the file itself tells a reader who can't see it. */
  readonly title: string
}

/**
 * A figure as one SVG that stands alone: boxes, text and drawings where the page has them, with their looks written out, in
 * either theme. What a scroll area hides is cut off, as on the page.
 */
export function flatSvg(figure: HTMLElement, { theme, title }: FlatOptions): string {
  const root = document.documentElement
  const before = root.dataset['theme']
  // The page isn't painted before it's set back. A colour on its way to another would still be the old one: where less
  // motion is wanted, every property of the page takes its hundredth of a millisecond (src/styles/reset.css).
  const sheets = document.adoptedStyleSheets
  document.adoptedStyleSheets = [...sheets, atOnce()]
  root.dataset['theme'] = theme
  try {
    const frame = figure.getBoundingClientRect()
    const paper = plainColour(getComputedStyle(root).backgroundColor)
    const flat = new Flat(frame)
    const inside = [...figure.children].map((child) => flat.element(child)).join('')
    const width = Math.ceil(frame.width)
    const height = Math.ceil(new Bottom(frame.top).of(figure))
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
      `<title>${escaped(title)}</title>`,
      `<rect width="100%" height="100%" fill="${paper}"/>`,
      inside,
      '</svg>\n',
    ].join('\n')
  } finally {
    if (before === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = before
    // What is set back is set back at once too, before the page may move again.
    void getComputedStyle(root).backgroundColor
    document.adoptedStyleSheets = sheets
  }
}

/** A stylesheet under which nothing changes by and by. */
function atOnce(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*, ::before, ::after { transition-property: none !important }')
  return sheet
}

/** How far down what is drawn goes: what is left out at the end leaves no room. */
class Bottom {
  readonly #top: number
  constructor(top: number) {
    this.#top = top
  }
  of(element: Element): number {
    if (element.matches(leftOut)) return 0
    const own = element.getBoundingClientRect()
    const ownBottom = own.height === 0 ? 0 : own.bottom - this.#top + 8
    const children = [...element.children].filter((child) => !child.matches(leftOut))
    if (element instanceof SVGElement || children.length === 0) return ownBottom
    const inside = Math.max(0, ...children.map((child) => this.of(child)))
    return getComputedStyle(element).overflowY === 'visible' ? inside : Math.min(ownBottom, inside)
  }
}

class Flat {
  readonly #frame: DOMRect
  #clips = 0

  constructor(frame: DOMRect) {
    this.#frame = frame
  }

  element(element: Element): string {
    if (element.matches(leftOut)) return ''
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return ''
    if (element instanceof SVGSVGElement) return this.#drawing(element)
    const inside = [...element.childNodes].map((child) => this.#node(child, style)).join('')
    const box = this.#box(element, style) + this.#mark(element)
    const isCut = style.overflowX !== 'visible' || style.overflowY !== 'visible'
    return isCut ? box + this.#clipped(element.getBoundingClientRect(), inside) : box + inside
  }

  #node(node: ChildNode, style: CSSStyleDeclaration): string {
    if (node instanceof Element) return this.element(node)
    return node instanceof Text && node.data.trim() !== '' ? this.#text(node, style) : ''
  }

  #clipped(rect: DOMRect, inside: string): string {
    if (inside === '') return ''
    const id = `cut-${this.#clips++}`
    return `<clipPath id="${id}"><rect ${this.#place(rect)}/></clipPath><g clip-path="url(#${id})">${inside}</g>`
  }

  #box(element: Element, style: CSSStyleDeclaration): string {
    const hasFill = !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor)
    const width = parseFloat(style.borderTopWidth)
    const hasEdge = width > 0 && style.borderTopStyle !== 'none' && style.borderLeftStyle !== 'none'
    if (!hasFill && !hasEdge) return ''
    const edge = hasEdge ? ` stroke="${plainColour(style.borderTopColor)}" stroke-width="${width}"` : ''
    const round = parseFloat(style.borderTopLeftRadius) || 0
    const fill = hasFill ? plainColour(style.backgroundColor) : 'none'
    return `<rect ${this.#place(element.getBoundingClientRect())} rx="${round}" fill="${fill}"${edge}/>`
  }

  /** The shape before a node's letter, which is drawn by the stylesheet alone. */
  #mark(element: Element): string {
    const style = getComputedStyle(element, '::before')
    const [width, height] = [parseFloat(style.width), parseFloat(style.height)]
    const isShape = /^(?:polygon|circle)\(/.test(style.clipPath) && style.content !== 'none'
    if (!isShape || !(width > 0) || !(height > 0)) return ''
    const rect = element.getBoundingClientRect()
    const left = rect.left - this.#frame.left + (parseFloat(getComputedStyle(element).paddingLeft) || 0)
    const top = rect.top - this.#frame.top + (rect.height - height) / 2
    const fill = plainColour(style.backgroundColor)
    if (style.clipPath.startsWith('circle'))
      return `<circle cx="${rounded(left + width / 2)}" cy="${rounded(top + height / 2)}" r="${rounded(width / 2)}" fill="${fill}"/>`
    const points = [...style.clipPath.matchAll(/([\d.]+)(?:%|px)? ([\d.]+)(?:%|px)?/g)].map(
      ([, x, y]) =>
        `${rounded(left + (Number(x) / 100) * width)},${rounded(top + (Number(y) / 100) * height)}`,
    )
    return `<polygon points="${points.join(' ')}" fill="${fill}"/>`
  }

  /** A text line by line, as the page has broken it. */
  #text(node: Text, style: CSSStyleDeclaration): string {
    const range = document.createRange()
    const lines: { text: string; rect: DOMRect }[] = []
    for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const rect = range.getBoundingClientRect()
      const line = lines.at(-1)
      if (rect.width === 0) continue
      if (line !== undefined && Math.abs(line.rect.top - rect.top) < rect.height / 2) {
        line.text += ` ${word}`
        line.rect = new DOMRect(line.rect.x, line.rect.y, rect.right - line.rect.x, line.rect.height)
      } else lines.push({ text: word, rect })
    }
    const size = parseFloat(style.fontSize)
    const font = `font-family="${escaped(style.fontFamily)}" font-size="${size}" font-weight="${style.fontWeight}" font-style="${style.fontStyle}"`
    return lines
      .map(({ text, rect }) => {
        const x = rounded(rect.left - this.#frame.left)
        const y = rounded(rect.top - this.#frame.top + rect.height / 2 + size * 0.35)
        // Another font, where the page's isn't there, takes no more room than the page's.
        const length = `textLength="${rounded(rect.width)}" lengthAdjust="spacingAndGlyphs"`
        return `<text x="${x}" y="${y}" ${length} fill="${plainColour(style.color)}" ${font}>${escaped(transformed(text, style))}</text>`
      })
      .join('')
  }

  #drawing(svg: SVGSVGElement): string {
    const rect = svg.getBoundingClientRect()
    const copy = svg.cloneNode(true) as SVGSVGElement
    const originals = [svg, ...svg.querySelectorAll('*')]
    const copies = [copy, ...copy.querySelectorAll('*')]
    for (const [index, original] of originals.entries()) dress(original, copies[index]!)
    for (const one of copies) if (one !== copy && one.getAttribute('data-gone') !== null) one.remove()
    copy.setAttribute('x', String(rounded(rect.left - this.#frame.left)))
    copy.setAttribute('y', String(rounded(rect.top - this.#frame.top)))
    copy.setAttribute('width', String(rounded(rect.width)))
    copy.setAttribute('height', String(rounded(rect.height)))
    return new XMLSerializer().serializeToString(copy)
  }

  #place(rect: DOMRect): string {
    const { left, top } = this.#frame
    return `x="${rounded(rect.left - left)}" y="${rounded(rect.top - top)}" width="${rounded(rect.width)}" height="${rounded(rect.height)}"`
  }
}

/** Writes an element's look into it, and takes away what the page's scripts and stylesheets hold on to. */
function dress(original: Element, copy: Element): void {
  const style = getComputedStyle(original)
  if (style.display === 'none' || original.localName === 'foreignObject')
    return copy.setAttribute('data-gone', '')
  for (const { name } of [...copy.attributes]) {
    if (/^(?:class|style|tabindex|role|href|on|data-|aria-)/.test(name)) copy.removeAttribute(name)
  }
  for (const look of looks) {
    const value = style.getPropertyValue(look)
    if (value !== '' && value !== usual[look]) copy.setAttribute(look, plainColour(value))
  }
  if (style.transform !== 'none' && !original.hasAttribute('transform'))
    copy.setAttribute('transform', style.transform)
}

/** A mixed colour as every program that draws SVG knows it. */
function plainColour(value: string): string {
  return value.replace(
    /color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)/g,
    (_, red: string, green: string, blue: string, alpha = '1') =>
      `rgba(${[red, green, blue].map((part) => Math.round(Number(part) * 255)).join(', ')}, ${alpha})`,
  )
}

function transformed(text: string, { textTransform }: CSSStyleDeclaration): string {
  return textTransform === 'uppercase' ? text.toUpperCase() : text
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** A text as XML may hold it. */
export function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // eslint-disable-next-line no-control-regex -- XML has no way to write them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  )
}
