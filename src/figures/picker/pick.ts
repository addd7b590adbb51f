/** What a reader says of an application. */
export interface Needs {
  readonly access: 'key' | 'queries' | 'time'
  readonly consistency: 'order' | 'last' | 'many'
  readonly scale: 'one' | 'writes' | 'regions'
  readonly operations: 'small' | 'team'
}

/** The questions, in the order in which they're asked. */
export const questions: {
  readonly [name in keyof Needs]: {
    readonly ask: string
    readonly options: { readonly [value in Needs[name]]: string }
  }
} = {
  access: {
    ask: 'How do you look things up?',
    options: {
      key: 'by one key that I always know',
      queries: 'by many fields, and new ones later',
      time: 'by key and time, newest first',
    },
  },
  consistency: {
    ask: 'Two clients write the same thing. What must hold?',
    options: {
      last: 'the later write may win',
      order: 'one of them must see the other',
      many: 'several records change together, or none',
    },
  },
  scale: {
    ask: 'How big does it get?',
    options: {
      one: 'one node could hold and write it all',
      writes: 'more writes than one node can take',
      regions: 'several regions that each write locally',
    },
  },
  operations: {
    ask: 'Who runs it?',
    options: { small: 'nobody full-time', team: 'a team that can schedule repairs' },
  },
}

/** What the answers come to, and why. */
export interface Pick {
  readonly choice: 'MongoDB' | 'Cassandra' | 'either'
  readonly reason: string
  /** When the opposite is right. */
  readonly exception: string
}

/** An opinion with its reason and its exception; the first rule that fits. */
export function pick({ access, consistency, scale, operations }: Needs): Pick {
  if (consistency === 'many') {
    return {
      choice: 'MongoDB',
      reason: 'Several records that change together need a transaction, and MongoDB has them since 4.0.',
      exception:
        'If the records fit into one partition or one document, you may not need a transaction at all.',
    }
  }
  if (scale === 'regions' && consistency === 'last') {
    return {
      choice: 'Cassandra',
      reason: 'Every region takes writes by itself at LOCAL_QUORUM. MongoDB has one primary for each shard.',
      exception: 'If each region writes only its own keys, MongoDB’s zones can keep a primary there.',
    }
  }
  if (consistency === 'order') {
    return {
      choice: 'MongoDB',
      reason: 'A primary puts the writes in order, so a check and a write are one step there.',
      exception: 'If only a few writes need it, Cassandra’s lightweight transactions do it row by row.',
    }
  }
  if (access === 'queries') {
    return {
      choice: 'MongoDB',
      reason: 'Secondary indexes and ad-hoc queries are its daily work. Cassandra wants the partition key.',
      exception: 'If each query can have a table of its own, Cassandra answers them all by key.',
    }
  }
  if (scale !== 'one' && operations === 'team') {
    return {
      choice: 'Cassandra',
      reason:
        'Writes by a known key spread over all nodes, no node’s loss stops them, and your team can run repairs.',
      exception: 'If the logs are searched and counted rather than read by key, look at a column store.',
    }
  }
  if (scale !== 'one') {
    return {
      choice: 'either',
      reason:
        'Both scale writes by key. The question is who schedules repairs, or chooses a shard key that lasts.',
      exception: 'A managed service takes most of that off you, for either.',
    }
  }
  return {
    choice: 'either',
    reason: 'One node’s worth of data by key is easy for both, and for PostgreSQL.',
    exception: 'Take the one your team already knows.',
  }
}
