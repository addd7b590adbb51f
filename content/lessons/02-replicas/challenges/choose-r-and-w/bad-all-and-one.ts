export const levels = { write: 'ALL', read: 'ONE' }
