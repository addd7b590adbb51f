/** What's said where a browser refuses to copy; `instead` is what its reader can do. */
export const copyRefused = (instead = 'Select the text and copy it yourself.'): string =>
  `Your browser blocked copying. ${instead}`

/** What's said of a link that was copied: how long it is in characters, and of how many at most. */
export const linkCopied = (length: number, most?: number): string =>
  `Link copied: ${length}${most === undefined ? '' : ` of at most ${most}`} characters. Opening it doesn’t run anything.`
