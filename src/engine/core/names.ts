import { drawKeyOf } from './draws.ts'
import type { MessageAddress } from './types.ts'

/** A message name, interned: its key for draws, and how many messages of that name each link has seen. */
export class Name {
  readonly text: string
  readonly key: number
  /** A fault of the plan waits for a message of this name: only these need addresses when nothing is traced. */
  readonly isAimedAt: boolean
  readonly #links: number
  readonly #aims: readonly MessageAddress[]
  /** Made when the first address is asked for: most runs need none. */
  #sent: Int32Array | undefined
  #prefixes: (string | undefined)[] = []
  #reply: Name | undefined

  constructor(text: string, links: number, aims: readonly MessageAddress[]) {
    this.text = text
    this.key = drawKeyOf(text)
    this.isAimedAt = aims.some((address) => address.includes(` ${text}#`))
    this.#links = links
    this.#aims = aims
  }

  /** The name of the answer to such a message. */
  get reply(): Name {
    return (this.#reply ??= new Name(`${this.text} reply`, this.#links, this.#aims))
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
  readonly #aims: readonly MessageAddress[]

  /** @param aims the addresses that faults of the plan wait for */
  constructor(links: number, aims: readonly MessageAddress[]) {
    this.#links = links
    this.#aims = aims
  }

  of(text: string): Name {
    let name = this.#known.get(text)
    if (name === undefined) this.#known.set(text, (name = new Name(text, this.#links, this.#aims)))
    return name
  }
}
