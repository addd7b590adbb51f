import { freshReads, ring, search, value, weather } from 'engine'

// The options of the opening prediction, each attacked until a stale read gets through.
const bets = {
  ones: ['ONE', 'ONE'],
  mixed: ['ONE', 'TWO'],
  twos: ['TWO', 'TWO'],
  all: ['ALL', 'ALL'],
} as const
let least = 'none'
for (const [bet, [write, read]] of Object.entries(bets)) {
  const attacks = weather(ring(), {
    keys: ['table 3'],
    write,
    read,
    kinds: ['crash', 'pause', 'cut', 'drop', 'hold', 'duplicate'],
  })
  const found = search(attacks, freshReads, { seeds: 100 })
  console.log(`${bet}: ${found ? `loses to attack ${found.plan.seed}` : 'holds in 100 attacks'}`)
  if (found) value(bet, found.plan.seed)
  else if (least === 'none') least = bet
}
value('least', least)
