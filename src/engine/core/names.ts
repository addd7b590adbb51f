import { keyOf } from './draws.ts'

/** A message name, interned: its key for draws, and how many messages of that name each link has seen. */
export class Name {
  readonly text: string
  readonly key: number
  readonly #links: number
  /** Made when the first address is asked for: most runs need none. */
  #sent: Int32Array | undefined
  #prefixes: (string | undefined)[] = []
  #reply: Name | undefined

  constructor(text: string, links: number) {
    this.text = text
    this.key = keyOf(text)
    this.#links = links
  }

  /** The name of the answer to such a message. */
  get reply(): Name {
    return (this.#reply ??= new Name(`${this.text} reply`, this.#links))
  }

  /** The address of the next message of this name on the link: 'A>B write#3'. */
  nextAddress(link: number, from: string, to: string): string {
    if (this.#sent === undefined) {
      this.#sent = new Int32Array(this.#links)
      this.#prefixes = new Array<string | undefined>(this.#links)
    }
    const prefix = (this.#prefixes[link] ??= `${from}>${to} ${this.text}#`)
    return prefix + ++this.#sent[link]!
  }
}

/** The names of one run. */
export class Names {
  readonly #known = new Map<string, Name>()
  readonly #links: number

  constructor(links: number) {
    this.#links = links
  }

  of(text: string): Name {
    let name = this.#known.get(text)
    if (name === undefined) this.#known.set(text, (name = new Name(text, this.#links)))
    return name
  }
}
