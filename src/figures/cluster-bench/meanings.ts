// What each word that the bench asks with means, in one line: the words are those of the lessons and the glossary.

/** What may become of a disk in a crash. */
export const disks = {
  keep: 'Everything on its disk is there when it restarts. Its memory isn’t.',
  kill: 'The process is killed, and loses whatever it hadn’t handed to its files yet. In Cassandra that’s the last moments of the commit log, and hints of up to 10 seconds.',
  'lose-unsynced':
    'Synced data is safely on the disk. The rest was still on its way there, and a power cut takes it.',
  wipe: 'Its disk is empty. A member of a replica set copies everything again. A node of a ring doesn’t start, and has to be replaced.',
} as const

/** What a plan's seed is. */
export const seed =
  'The seed decides the run’s chance events: how long each message takes, which one is lost, whom a node picks. The same seed gives the same run.'
