import type { Ms, NodeId, NodeState } from '#engine/core/types.ts'
import { present, type StateLine } from '#engine/face/face.ts'
import { plainLines } from '#engine/face/plain-lines.ts'
import { isRecord } from '#engine/face/value-text.ts'
import { momentText } from '#figures/cluster/moment.ts'
import './kitchens.ts'

present('kitchens', {
  title: 'three kitchens that can only phone',
  background: ({ name }) => name === 'here I am',
  messageText: ({ args }) =>
    isRecord(args) && isRecord(args['heard']) ? `heard ${heardText(args['heard'])}` : undefined,
  stateLines: () => (_node, state) => plainLines(state).map((line) => inWords(line, state)),
  help: {
    operations: {
      order: 'Order: a waiter asks kitchen A for the cake of table 3, and A phones B.',
      'no nuts': 'No nuts: a waiter brings A a slip that changes the order, and A phones it to B.',
    },
  },
  notInCells:
    'The kitchens of “Two worlds” are a program of that figure, which a cell can’t import. Change the run here, and share it as a link.',
})

const labels: { readonly [field: string]: string } = {
  'memory noNuts': 'knows of “no nuts”',
  'memory dead': 'believes dead',
  'memory served': 'table 3 is served',
}

/** When each last heard of the others is told as moments, as the axis tells them ("B: 4.01 s"), and not in milliseconds. */
function inWords(line: StateLine, { memory }: NodeState): StateLine {
  if (line.id !== 'memory heard') return { ...line, label: labels[line.id] ?? line.label }
  const { heard } = memory as { readonly heard: { readonly [id: NodeId]: Ms } }
  return { ...line, label: 'last heard', value: heardText(heard) }
}

/** "A: 3.99 s, C: 4.01 s". */
function heardText(heard: { readonly [id: string]: unknown }): string {
  return Object.entries(heard)
    .map(([id, atMs]) => `${id}: ${momentText(Number(atMs))}`)
    .join(', ')
}
