/** Systems whose saved runs have more steps than the playground draws: the assistant's fifty events a message fill it. */
export const tooLong: readonly string[] = ['assistant']
