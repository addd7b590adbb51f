/** The most nodes that the bench draws. Apart from the service, since a page has it before the engine. */
export const benchNodes = 12
