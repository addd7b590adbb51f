export const levels = { write: 'ONE', read: 'ALL' }
