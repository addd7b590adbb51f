import { embedded, exactSearch, floatBytes, quantised } from 'engine'
import { recallOf, Space, value } from 'engine'

const messages = `a window seat; soup hot please; chocolate cake a slice;
the walnut cake was lovely; walnut and honey on the salad; no nuts;
almond milk in the coffee; red wine two glass; a quiet table; lemon pie;
extra peanut butter; pistachio ice cream; the bill please; a taxi at ten;
a birthday candle on the cake; fish instead of meat; we pay by card;
bread without butter; high chair for the child; two coffee one tea`
const vectors = messages.split(';').map((text) => embedded(text)!)
const exact = Space.of(vectors)

// Round to fewer bits: how many of five neighbours stay the same?
const rows = [8, 4, 3, 2].map((bits) => {
  const { bytes, rows: rounded } = quantised(vectors, bits)
  const space = Space.of(rounded)
  const kept = vectors.map((vector) =>
    recallOf(
      exactSearch(space, vector, 5),
      exactSearch(exact, vector, 5),
    ),
  )
  const same = kept.reduce((sum, one) => sum + one, 0) / kept.length
  return { bits: `${bits}`, bytes, same: Math.round(100 * same) / 100 }
})
console.table([
  { bits: 'floats', bytes: floatBytes(vectors), same: 1 },
  ...rows,
])
// #value
value('8 kept', rows[0]!.same)
value('4 kept', rows[1]!.same)
// #end

// Try 6 bits, and 5. Where would you stop?
