declare namespace App {
  /** What the components of one page share while it's rendered; see components/passage.ts. */
  interface Locals {
    passage?: import('#components/passage.ts').Passage
  }
}

interface ImportMetaEnv {
  /** The form for a new issue; src/site/issues-address.ts. */
  readonly PUBLIC_ISSUES?: string
}
