/** The one database of the site. Nobody opens another. */
export const databaseName = 'anti-entropy'

/** Where pages tell each other that something was added. */
export const channelName = 'anti-entropy'
