import type { RunPicture } from '#learning/kinds/click.ts'
import type { LeafData } from '#learning/kinds/leaf.ts'
import { inline, xml } from '../xml.ts'
import type { XmlElement } from '../xml.ts'

/** Two trees as a table, a row a level: what a page of the site draws. */
export function treeTable({ picture }: LeafData): readonly XmlElement[] {
  const [a, b] = picture.sides
  return [
    xml('p', {}, [`Each part of the tree shows the first four digits of ${a}’s hash, then of ${b}’s.`]),
    xml('table', {}, [
      xml(
        'tbody',
        {},
        picture.levels.map((level) =>
          xml(
            'tr',
            {},
            level.map(({ leaves, digests }) =>
              xml('td', { colspan: leaves }, [`${digests[0]} ${digests[1]}`]),
            ),
          ),
        ),
      ),
    ]),
  ]
}

/** A run as a list of what was sent and who couldn't act: what a page of the site draws, and tells in the same words. */
export function runList({ messages, lives }: RunPicture): readonly XmlElement[] {
  const lines = [
    ...messages.map(({ from, to, sentAt, endAt, isLost, text }) => {
      const end = isLost ? 'it’s lost' : `it arrives at ${endAt} ms`
      return `${sentAt} ms: ${from} to ${to}, ${text}; ${end}`
    }),
    ...lives.map(({ lane, from, to }) => `${lane} can’t act from ${from} to ${to} ms`),
  ]
  return [
    xml('p', {}, ['What happened in the run:']),
    xml(
      'ul',
      {},
      lines.map((line) => xml('li', {}, inline(line))),
    ),
  ]
}
