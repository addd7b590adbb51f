import { value } from 'engine'

/** A version of the title, and how many edits of each node it saw. */
type Version = { text: string; seen: Record<string, number> }

/** Whether `one` was made by a client that had seen `other`. */
const hasSeen = (one: Version, other: Version) =>
  Object.entries(other.seen).every(
    ([node, edits]) => (one.seen[node] ?? 0) >= edits,
  )

/** Drops a version only if another has seen it. Keeps the rest. */
function merge(ours: Version[], theirs: Version[]) {
  const unlike = theirs.filter(
    ({ text }) => !ours.some((own) => own.text === text),
  )
  const all = [...ours, ...unlike]
  return all
    .filter((one) => !all.some((by) => by !== one && hasSeen(by, one)))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
}

const first = { text: 'Menu', seen: { A: 1 } }
const yours = { text: 'yours', seen: { A: 2 } } // you had read 'Menu'
const friends = { text: 'friend’s', seen: { A: 1, B: 1 } }

const siblings = merge([first, yours], [first, friends])
console.log('siblings:', siblings)

// Your client reads both and writes one version that has seen both.
const both = { text: 'ours', seen: { A: 3, B: 1 } }
console.log('resolved:', merge(siblings, [both]))

const show = (versions: Version[]) =>
  versions.map(({ text }) => text).join(' and ')
// #value
value('siblings', show(siblings))
value('resolved', show(merge(siblings, [both])))
// #end
console.log('any order:', show(merge([friends], [yours])))
console.log('twice:', show(merge(siblings, siblings)))

// Give friends { A: 2, B: 1 }, as if it had seen your edit. What stays?
