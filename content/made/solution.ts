/** Nobody knows the solution of a made challenge but its maker. */
export const scenario = undefined
