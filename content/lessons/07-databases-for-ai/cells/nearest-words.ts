import { cosine, embedded, value, wordVectors } from 'engine'

// Ninety words, each a list of 32 numbers that a language model gave it.
const words = wordVectors()
const soup = [...words.get('soup')!]
console.log(
  'soup:',
  soup
    .slice(0, 6)
    .map((x) => x.toFixed(2))
    .join(' '),
  '...',
)

// The four words nearest to one: compare it with all the others.
function nearest(word: string) {
  const own = words.get(word)!
  return [...words]
    .filter(([other]) => other !== word)
    .map(([other, vector]) => ({
      word: other,
      cosine: cosine(own, vector),
    }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, 4)
}
for (const word of ['walnut', 'coffee', 'window']) {
  const list = nearest(word).map(
    (near) => `${near.word} ${near.cosine.toFixed(2)}`,
  )
  console.log(`${word}: ${list.join(', ')}`)
}

// A sentence is the sum of its words, brought back to length 1.
const compare = (one: string, other: string) =>
  cosine(embedded(one)!, embedded(other)!).toFixed(2)
console.log('no nuts / walnut cake:', compare('no nuts', 'walnut cake'))
console.log('no nuts / more nuts:', compare('no nuts', 'more nuts'))
console.log('no nuts / window seat:', compare('no nuts', 'window seat'))
// #value
value('near', compare('no nuts', 'walnut cake'))
value('opposite', compare('no nuts', 'more nuts'))
value('far', compare('no nuts', 'window seat'))
// #end

// Ask for the neighbours of 'bill' or 'dog'. What surprises you?
