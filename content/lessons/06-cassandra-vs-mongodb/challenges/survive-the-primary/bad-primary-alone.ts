export const writeConcern = { w: 1, j: true }
