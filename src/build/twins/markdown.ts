import type { Root } from 'hast'
import { select } from 'hast-util-select'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { simplified } from './simplify.ts'

/** A page's text as Markdown, with its title and address in front. */
export interface Twin {
  readonly title: string
  readonly description: string
  readonly markdown: string
}

const parser = unified().use(rehypeParse)
const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true })

/**
 * The Markdown twin of a built page: cells with what they print, figures as their text, tables, questions without their
 * key. `page` is its path in the site. Throws where a part of the page has no text form, saying which.
 */
export function twinOf(html: string, page: string): Twin {
  const tree = parser.parse(html)
  const main = select('main', tree)
  if (!main) throw new Error(`${page}: expected a page with a <main>, received none`)
  const heading = select('h1', main)
  const title = toString(heading ?? select('title', tree) ?? main).trim()
  const about = select('meta[name="description"]', tree)?.properties['content']
  const root: Root = simplified({ type: 'root', children: main.children }, page)
  const body = writer.stringify(writer.runSync(root)).trim()
  return {
    title,
    description: typeof about === 'string' ? about : '',
    markdown: `${heading ? '' : `# ${title}\n\n`}${body}\n`,
  }
}
