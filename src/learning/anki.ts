/** A card as Anki gets it. */
interface AnkiCard {
  readonly id: string
  /** The deck below the course's: a lesson's title. */
  readonly deck: string
  readonly front: string
  readonly back: string
  /** Address of the passage that answers it. */
  readonly passage: string
  readonly tags: readonly string[]
}

/**
 * The course's cards as a text file that Anki imports: tab-separated, our id in the first field, so that importing a
 * later file updates the notes and keeps their scheduling (Anki manual, "Importing: Text files", "Duplicates and
 * updating": the first field identifies a note of the same type; "File headers": a note type is preset if it exists, so
 * a reader makes it once). Fields: id, front, back, deck, tags.
 */
export function ankiText(cards: readonly AnkiCard[], course: string): string {
  const head = [
    '#separator:Tab',
    '#html:true',
    '#notetype:Anti-Entropy',
    '#columns:Id\tFront\tBack\tDeck\tTags',
    '#deck column:4',
    '#tags column:5',
  ]
  const rows = cards.map(({ id, deck, front, back, passage, tags }) =>
    [
      field(id),
      field(html(front)),
      field(`${html(back)}<br><a href="${html(passage)}">In the lesson</a>`),
      field(`${course}::${deck}`),
      field(tags.map((tag) => tag.replace(/\s+/g, '-')).join(' ')),
    ].join('\t'),
  )
  return `${[...head, ...rows].join('\n')}\n`
}

/** Text in HTML: what would be markup is told apart, lines stay lines, and what stands in backticks is code. */
const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')

/** A field that holds the separator, a quote or a line end stands in quotes, its own quotes doubled. */
const field = (text: string): string => (/[\t"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
