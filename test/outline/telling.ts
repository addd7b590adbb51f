import type { RunOutline } from '#outline/types.ts'

/** All that a reader is told of a run, as one text to be read like prose: steps, then what each node holds at the end. */
export function tellingOf({ nodes, steps, states, chatter, messages, operations }: RunOutline): string {
  const background = chatter.reduce((sum, stretch) => sum + stretch.messages, 0)
  const last = (id: string) => states.findLast(({ node }) => node === id)?.state
  return [
    ...steps.map(({ at, text }) => `${at} ms  ${text}`),
    '',
    ...nodes.flatMap(({ id }) => {
      const lines = last(id)?.lines ?? []
      return [
        `${id}: ${last(id)?.up === false ? 'down' : 'up'}`,
        ...lines.map(({ label, value }) => `  ${label} ${value}`),
      ]
    }),
    '',
    ...operations.map(({ asked, answered }) => `${asked}: ${answered}`),
    `${messages.length} messages drawn, ${background} in the background`,
    '',
  ].join('\n')
}
