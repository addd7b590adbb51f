/** What two of three have acknowledged, every later primary has. */
export const writeConcern = { w: 'majority' }
