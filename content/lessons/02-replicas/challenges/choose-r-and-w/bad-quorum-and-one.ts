export const levels = { write: 'QUORUM', read: 'ONE' }
