import { present, type StateLine } from '../face/face.ts'
import { brief, entriesText } from '../face/value-text.ts'
import type { Json } from '../core/types.ts'
import './batch.ts'

present('batch', {
  title: 'batch job, after Spark',
  messages: { task: 'count these' },
  marks: { 'task given to another worker': 'a worker didn’t answer, so its task goes to another one' },
  messageText({ name, isReply, args }) {
    if (name === 'task' && !isReply && Array.isArray(args))
      return entriesText(args.length, 'record', 'records')
    return undefined
  },
  stateLines:
    (plan) =>
    (node, { disk }) => {
      if (node !== plan.nodes[0]?.id) return [{ id: 'role', label: 'role', value: 'worker', kind: 'role' }]
      const results =
        (disk as { readonly results?: { readonly [job: string]: Json } } | undefined)?.results ?? {}
      return [
        { id: 'role', label: 'role', value: 'driver', kind: 'role' },
        ...Object.entries(results).map(([job, counts]): StateLine => ({
          id: `job ${job}`,
          label: job,
          value: brief(counts),
          kind: 'value',
        })),
      ]
    },
  help: {
    operations: {
      count: 'Count: the driver cuts the records into tasks, and the workers count their words.',
      result: 'Result: what a finished job counted.',
      write: 'Write: counts the words of a value, as the job of that name.',
      read: 'Read: the result of the job of that name.',
      delete: 'Delete: refused, because a result stays.',
    },
  },
})
