/** One block of the notes, as Markdown divides them. `text` is the block's raw text, `section` the last numbered or named heading. */
export interface NotesBlock {
  readonly kind: 'heading' | 'paragraph' | 'drawing' | 'table' | 'list' | 'quote' | 'rule'
  readonly section: string
  readonly text: string
}

/** The notes as blocks, in order. Fenced text is a drawing; lines that begin with `>` are a quote (the remember lines are quotes). */
export function blocksOf(notes: string): readonly NotesBlock[] {
  const blocks: NotesBlock[] = []
  let section = 'front'
  let lines: string[] = []
  let fenced = false
  const end = () => {
    if (lines.length === 0) return
    const text = lines.join('\n')
    const kind = kindOf(lines)
    if (kind === 'heading' && /^## /.test(text)) section = sectionOf(text)
    blocks.push({ kind, section, text })
    lines = []
  }
  for (const line of notes.split('\n')) {
    if (line.startsWith('```')) {
      if (!fenced) end()
      fenced = !fenced
      lines.push(line)
      if (!fenced) end()
    } else if (fenced) {
      lines.push(line)
    } else if (line.trim() === '') {
      end()
    } else {
      const starts = lines.length > 0 && kindOf([line]) !== kindOf(lines)
      if (starts || /^#/.test(line)) end()
      lines.push(line)
      if (/^#/.test(line)) end()
    }
  }
  end()
  return blocks
}

function kindOf([first = '']: readonly string[]): NotesBlock['kind'] {
  if (first.startsWith('```')) return 'drawing'
  if (first.startsWith('#')) return 'heading'
  if (first.startsWith('|')) return 'table'
  if (first.startsWith('>')) return 'quote'
  if (/^(- |\d+\. )/.test(first)) return 'list'
  if (/^---+$/.test(first)) return 'rule'
  return 'paragraph'
}

function sectionOf(heading: string): string {
  const number = /^## (\d)\./.exec(heading)?.[1]
  if (number !== undefined) return number
  if (heading.includes('Big Flow')) return 'flow'
  if (heading.includes('Revision Card')) return 'card'
  return 'front'
}
