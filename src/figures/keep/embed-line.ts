import { escaped } from './flat-svg.ts'

/** How large a frame is that says nothing else: a page's width, and room for a run of three nodes. */
const usualHeight = 620

/** The one line that shows a page of `/embed/` in another page. */
export function embedLine(address: string, title: string, height = usualHeight): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>`
}
