// Apart from the service: a page has them before the engine.

/** The most nodes that the bench draws. */
export const benchNodes = 12

/** The most events that a run may have there. */
export const benchEvents = 100_000
