import { useState } from 'preact/hooks'
import { shortHash } from '#text/fnv.ts'
import { CodeCell, type CodeAddresses } from '#components/playground/code-cell.tsx'
import { lessonCells } from '#components/playground/lesson-cells.ts'
import { readCodeLink, type SharedCode } from '#links/code-link.ts'
import { href } from '#site/href.ts'
import { EmbedFoot } from './embed-foot.tsx'
import { useAddress } from './use-address.ts'

interface Props {
  readonly addresses: CodeAddresses
}

/** The code in the address, to be read, changed and run; what others it imports stands folded below it. */
export default function CellEmbed({ addresses }: Props) {
  const [code, setCode] = useState<SharedCode>()
  const [trouble, setTrouble] = useState('')
  useAddress(openAddress)

  async function openAddress(hash: string): Promise<void> {
    const read = await codeIn(hash)
    if (hash !== location.hash) return
    setTrouble(typeof read === 'string' ? read : '')
    setCode(typeof read === 'string' ? undefined : read)
  }

  const key = code && `embed-${shortHash(JSON.stringify(code.cells))}`
  const first = code?.cells.find(({ name }) => name === code.first)
  const others = code?.cells.filter(({ name }) => name !== code.first) ?? []
  return (
    <div data-embed={trouble !== '' ? 'trouble' : code === undefined ? 'loading' : 'ready'}>
      <h1>
        <bdi>{code === undefined || code.title === '' ? 'Live code' : code.title}</bdi>
      </h1>
      {trouble !== '' && (
        <p class="embed-note" role="alert">
          {trouble}
        </p>
      )}
      {key !== undefined && first !== undefined && (
        <div key={key}>
          <CodeCell
            lesson={key}
            name={first.name}
            beginning={first.text}
            addresses={addresses}
            isForeign
            plans={code?.plans}
          />
          {others.length > 0 && (
            <details class="fold">
              <summary>What it imports: {others.map(({ name }) => `${name}.ts`).join(', ')}</summary>
              {others.map(({ name, text }) => (
                <CodeCell
                  key={name}
                  lesson={key}
                  name={name}
                  beginning={text}
                  addresses={addresses}
                  isForeign
                />
              ))}
            </details>
          )}
          <EmbedFoot playground={href('/playground/code/') + location.hash} />
        </div>
      )}
    </div>
  )
}

/** The code that an address names or carries; as a text, what's wrong with it. */
async function codeIn(hash: string): Promise<SharedCode | string> {
  const from = new URLSearchParams(hash.slice(1)).get('cell')
  if (from === null) {
    const read = await readCodeLink(hash)
    return read.ok ? read.code : read.message
  }
  try {
    const cells = await lessonCells(from)
    if (cells === undefined) return `The lessons have no cell “${from.slice(0, 80)}”.`
    return {
      cells: cells.map((cell) => ({ name: cell.name, text: cell.beginning, from: cell.from })),
      first: cells[0]!.name,
      title: '',
    }
  } catch {
    return 'The lesson’s cells couldn’t be loaded. Are you offline? Try again.'
  }
}
