import type { StoredEvent } from '#learning/event.ts'

/** What a learner changed in a cell, and which starter it was changed from. */
export interface Draft {
  readonly lesson: string
  readonly cell: string
  /** Hash of the author's code that the draft began as: tells whether the author has changed the cell since. */
  readonly starterHash: string
  readonly text: string
}

/** What a page knew to be kept of a cell before a change of its own; a text that is undefined: nothing. */
export interface Before {
  readonly text: string | undefined
}

/** Why something isn't kept past this page. */
export type Trouble = 'refused' | 'blocked' | 'silent' | 'damaged' | 'newer' | 'full' | 'closed' | 'deleted'

/** What the log amounted to at some moment, kept beside it so that a page can open without reading the log. */
export interface Checkpoint {
  /** Raised with every checkpoint: two of one turn are the same. */
  readonly turn: number
  /** How many events it counts in. */
  readonly count: number
  /** What was asked for, by name; what's in it is the business of those who made it. */
  readonly parts: Readonly<Record<string, unknown>>
  /** The events that came since. */
  readonly after: readonly StoredEvent[]
}

/** How many events are added: who hears how far it has come, and who can stop it between two lots. */
export interface AppendHow {
  readonly told?: ((done: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** The append-only list of what the learner did. */
export interface Events {
  /** Adds an event. One whose id is there already changes nothing. Never rejects: see {@link Store.kept}. */
  append(event: StoredEvent): Promise<void>
  /** Adds many, a lot at a time; gives how many it came to. Never rejects either. */
  appendAll(events: readonly StoredEvent[], how?: AppendHow): Promise<number>
  /** All events, in the order of their ids. What isn't an event is left where it is and not given out. */
  all(): Promise<readonly StoredEvent[]>
  /**
   * The last checkpoint with these parts. Undefined where there's none, where it doesn't count in every event that's
   * stored, and where the storage is in trouble: then the whole log says what it amounts to.
   */
  since(parts: readonly string[]): Promise<Checkpoint | undefined>
  /**
   * Makes a checkpoint of all events; `parts` says what they amount to. A browser that refuses it loses nothing: the log
   * is the truth, and this only a shortcut. Never rejects.
   */
  checkpoint(parts: (events: readonly StoredEvent[]) => Readonly<Record<string, unknown>>): Promise<void>
}

/**
 * The learner's code, one text a cell; and a second one where two tabs have changed the same cell, so that neither is
 * lost. The tab that writes last has the first place.
 */
export interface Drafts {
  get(lesson: string, cell: string): Promise<Draft | undefined>
  /** The text that another tab had left when this one wrote; undefined while there's none. */
  other(lesson: string, cell: string): Promise<Draft | undefined>
  /** Keeps a text. What is there and isn't what was there `before` is another tab's, and moves to the second place. */
  put(draft: Draft, before?: Before): Promise<void>
  /** Forgets a cell's text, in the same way. */
  remove(lesson: string, cell: string, before?: Before): Promise<void>
  /** Forgets the second text. */
  removeOther(lesson: string, cell: string): Promise<void>
  /** Every draft that is kept, for a backup. */
  all(): Promise<readonly Draft[]>
}

/** Where the second text of a cell is kept: no file of a cell is called so. */
export const otherCell = (cell: string): string => `${cell} (other tab)`

/**
 * Where progress and drafts live. A store never rejects: when the browser refuses, it goes on in memory, and says
 * so by `kept`, `trouble` and `reason`, which may change while a page is open (`watch`).
 */
export interface Store {
  readonly kept: 'kept' | 'memory'
  readonly trouble: Trouble | undefined
  /** For the learner: what is wrong, what still works, what to do. Undefined while all is kept. */
  readonly reason: string | undefined
  readonly events: Events
  readonly drafts: Drafts
  /** Calls when `kept` changes or another page of the site has added an event; gives back the way to stop. */
  watch(listener: () => void): () => void
  close(): void
}

/** What the page says, by trouble: what is wrong, what still works, what to do. */
export const reasons: { readonly [trouble in Trouble]: string } = {
  refused:
    'This browser doesn’t let the page store anything. Everything works, but progress and edits only last until you close the page.',
  blocked:
    'An older page of this site is open in another tab and is blocking the storage. Close that tab and reload. Until then, progress and edits only last until you close this page.',
  silent:
    'The browser’s storage isn’t responding. Everything works, but progress and edits only last until you close the page. Reloading may help.',
  damaged:
    'This site’s storage can’t be read, so it’s left as it is. From now on, progress and edits only last until you close the page.',
  deleted:
    'This site’s storage was deleted, here or in another tab, so what was saved before is gone. What you do here only lasts until you close the page. Reload to start a new storage.',
  newer:
    'The storage was written by a newer version of this site. It’s left as it is and shown as far as it can be read, and what you do here only lasts until you close the page. Reload to get the newer version.',
  full: 'The browser’s storage is full. What was saved before is still there, but from now on progress and edits only last until you close the page. Free some space and reload.',
  closed:
    'The browser closed the storage. If you cleared this site’s data, what was saved before is gone; otherwise it’s still there. What you do now only lasts until you close the page. Reload to continue.',
}
