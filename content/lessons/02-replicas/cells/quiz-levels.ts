// Three replicas of every row. Choose the levels so that every read sees
// each acknowledged write, and one node may be down.
export const levels = { write: 'ONE', read: 'QUORUM' }

console.log(`write at ${levels.write}, read at ${levels.read}`)
