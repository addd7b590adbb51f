import { type FaceMessage, present, type StateLine } from '../face/face.ts'
import { brief, entriesText, isRecord } from '../face/value-text.ts'
import { keepersOf } from './partitions.ts'
import type { Disk } from './node.ts'
import { logOptions } from './options.ts'

present('log', {
  title: 'partitioned log, after Kafka',
  background: ({ name, isReply, args }) =>
    name === 'replicate' && (!isReply || !Array.isArray(args) || args.length === 0),
  messages: { replicate: 'what is new?', 'records from': 'what do you have beyond my end?' },
  marks: { 'append refused: too few in sync': 'too few replicas are in sync, so the record is refused' },
  messageText,
  stateLines(plan) {
    const options = logOptions(plan.options, plan.nodes)
    return (node, { disk }) =>
      Object.entries((disk as Disk | undefined)?.partitions ?? {}).map(([partition, records]): StateLine => {
        const leads = keepersOf(options, Number(partition))[0] === node
        return {
          id: `partition ${partition}`,
          label: `partition ${partition}${leads ? ', led here' : ''}`,
          value: entriesText(records.size, 'record', 'records'),
          kind: 'value',
        }
      })
  },
  help: {
    operations: {
      append: 'Append: a record goes to the end of a partition and keeps its offset.',
      fetch: 'Fetch: the records of a partition from an offset on.',
      commit: 'Commit: a group of consumers says how far it has read.',
      committed: 'Committed: how far a group has read a partition.',
      write: 'Write: an append under a key, to the partition that the key belongs to.',
      read: 'Read: the newest record of a key.',
      delete: 'Delete: refused, because a log only grows at its end.',
    },
  },
})

function messageText({ name, isReply, args }: FaceMessage): string | undefined {
  if (name === 'replicate') {
    if (isReply) return Array.isArray(args) ? entriesText(args.length, 'record', 'records') : 'not ready yet'
    return isRecord(args) ? `partition ${String(args['partition'])} from ${String(args['end'])}` : ''
  }
  if (name === 'records from' && isReply && Array.isArray(args))
    return entriesText(args.length, 'record', 'records')
  if (!isRecord(args) || 'error' in args) return undefined
  if (isReply && 'offset' in args && (name === 'append' || name === 'write'))
    return `partition ${String(args['partition'])}, offset ${String(args['offset'])}`
  if (name === 'append' && !isReply) return brief(args['value'])
  if (name === 'fetch' && isReply && Array.isArray(args['records']))
    return entriesText(args['records'].length, 'record', 'records')
  return undefined
}
