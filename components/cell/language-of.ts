import { type Addresses, prepare, textsOf } from '#cells/kit.ts'
import { type Asker, openAsker } from '#editor/types/asker.ts'
import type { Place } from '#editor/types/answers.ts'
import type { Language } from './assist/language.ts'
import { wayInto } from './openable.ts'

/** What an editor's questions are about, and where the answers are told. */
export interface LanguageOptions {
  readonly addresses: Addresses
  readonly cell: string
  say(words: string): void
  aloud(words: string): void
  /** It imports no other cell: what stands beside it on the page is none of its business. */
  readonly isAlone?: boolean
  /** What the last run of this text saw. */
  readonly seen?: Language['seen']
}

/** One worker answers all editors of a page. */
const askers = new Map<string, Asker>()

/** What a cell's editor asks, answered by the page's one worker: it's fetched by the first question after an edit. */
export function languageOf({
  addresses,
  cell,
  say,
  aloud,
  isAlone = false,
  seen = () => undefined,
}: LanguageOptions): Language {
  let isAwake = false
  return {
    cell,
    say,
    aloud,
    seen,
    isAwake: () => isAwake,
    wake: () => void (isAwake = true),
    async ask(text, question, ...rest) {
      const asker = await askerOf(addresses)
      if (asker === undefined) return undefined
      const cells = { ...(isAlone ? {} : await textsOf(addresses)), [cell]: text }
      return asker.ask(cells, question, ...([cell, ...rest] as never))
    },
    open: (place) => openPlace(addresses, place),
  }
}

/** Undefined where what a page needs can't be fetched: offline, say. The next question tries again. */
async function askerOf(addresses: Addresses): Promise<Asker | undefined> {
  try {
    const { types } = await prepare(addresses)
    if (types === undefined) return undefined
    let asker = askers.get(types.worker)
    if (asker === undefined) {
      asker = openAsker(types)
      askers.set(types.worker, asker)
    }
    return asker
  } catch {
    return undefined
  }
}

async function openPlace(addresses: Addresses, place: Place): Promise<string | undefined> {
  if (place.in === 'cell') {
    const open = wayInto(addresses.lesson, place.cell)
    if (open === undefined) return `It’s defined in ${place.cell}.ts, which isn’t on this page.`
    await open(place.from)
    return undefined
  }
  try {
    const { places } = await prepare(addresses)
    const response = await fetch(places ?? '')
    const pages = (await response.json()) as SourcePlaces
    const page = pages[place.path.replace(/^src\/engine\//, '')]
    if (page === undefined) return `It’s defined in ${place.path}, which no page shows.`
    const address = page.names[place.name] ?? page.file
    if (window.open(address) === null) location.assign(address)
    return undefined
  } catch {
    return 'The engine’s pages couldn’t be reached. Are you offline? Try again.'
  }
}

/** By file of the engine: where it's shown, and where each name that it exports is. */
type SourcePlaces = Readonly<
  Record<string, { readonly file: string; readonly names: Readonly<Record<string, string>> } | undefined>
>
