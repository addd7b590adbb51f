export const writeConcern = { w: 3 }
