/** What each word that the bench asks with means, in one line: the words are those of the lessons and the glossary. */

export const disks = {
  keep: 'All that is on its disk is there when it starts again. Its memory is not.',
  kill: 'The process is killed: what it had not yet handed to its files is gone, in Cassandra the last moments of its commit log and hints of up to 10 seconds.',
  'lose-unsynced':
    'Synced is what the disk has confirmed; the rest was still on its way there, and a power cut takes it.',
  wipe: 'Its disk is empty. A member of a replica set copies everything anew; a node of a ring does not start: it must be replaced.',
} as const

/** What a plan's seed is. */
export const seed =
  'The seed is where the run’s dice begin: how long each message takes, which is lost, whom a node picks. The same seed gives the same run.'
