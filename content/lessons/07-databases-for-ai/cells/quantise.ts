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

// Round to fewer bits: how many of five neighbours stay the same? And
// if you take ten by the rounded rows, and rank those by the floats?
const rows = [8, 4, 3, 2].map((bits) => {
  const { bytes, rows: rounded } = quantised(vectors, bits)
  const space = Space.of(rounded)
  let [same, reranked] = [0, 0]
  for (const vector of vectors) {
    const truth = exactSearch(exact, vector, 5)
    const ten = exactSearch(space, vector, 10).map(({ row }) => row)
    const isIn = (row: number) => ten.includes(row)
    same += recallOf(exactSearch(space, vector, 5), truth)
    reranked += recallOf(exactSearch(exact, vector, 5, isIn), truth)
  }
  const share = (sum: number) =>
    Math.round((100 * sum) / vectors.length) / 100
  return {
    bits: `${bits}`,
    bytes,
    same: share(same),
    reranked: share(reranked),
  }
})
console.table([
  { bits: 'floats', bytes: floatBytes(vectors), same: 1, reranked: 1 },
  ...rows,
])
// #value
value('8 kept', rows[0]!.same)
value('4 kept', rows[1]!.same)
value('2 kept', rows[3]!.same)
value('2 reranked', rows[3]!.reranked)
// #end

// Try 6 bits, and 5. Where would you stop?
