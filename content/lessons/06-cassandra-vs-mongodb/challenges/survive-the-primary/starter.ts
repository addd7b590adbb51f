export const writeConcern = { w: 1 }
