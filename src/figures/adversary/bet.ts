import type { HuntRequest } from '#figures/search/protocol.ts'

/** How many of the three kitchens a request waits for. */
export type Need = 1 | 2 | 3

/** How many copies a reader bets on: for a write, and for a read. */
export interface Bet {
  readonly write: Need
  readonly read: Need
}

/** How many kitchens there are, and how many of them hold each slip. */
export const kitchens = 3

/** The client that gets a crooked clock, and by how much it may be wrong, either way. */
const crookedClient = 'c1'
const crookedMs = 3_000

const levels = { 1: 'ONE', 2: 'TWO', 3: 'THREE' } as const

/**
 * The adversary's attack on a bet: three waiters, twelve requests for table 3, and up to four troubles a seed. All that
 * the ring does by default stays on, hints and read repair too.
 */
export function attackOn({ write, read }: Bet, crooked: boolean, seeds: number): HuntRequest {
  return {
    target: { system: 'ring', settings: {} },
    weather: {
      keys: ['table 3'],
      write: levels[write],
      read: levels[read],
      kinds: ['crash', 'pause', 'cut', 'drop', 'hold', 'duplicate'],
    },
    ...(crooked ? { crooked: { client: crookedClient, mostMs: crookedMs } } : {}),
    check: 'fresh reads',
    seeds,
    all: true,
  }
}

/** Whether every set of kitchens that answers a read has one in it that confirmed the write. */
export function meets({ write, read }: Bet): boolean {
  return write + read > kitchens
}
