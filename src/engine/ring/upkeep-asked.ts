import { fields, flag, listOf, oneOf, text, whole, type Shape } from '../core/plan/shape.ts'
import { atNode, node, provideShapes, some } from './asked.ts'

const token: Shape<string> = (value, where, problems) => {
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return value
  problems.push({ where, expected: "a token as decimal text, such as '-3074457345618258603'", received: JSON.stringify(value) ?? 'nothing' }) // prettier-ignore
  return ''
}

provideShapes({
  repair: fields({
    node,
    ranges: some(oneOf('full', 'primary')),
    range: some(fields({ left: token, right: token })),
    depth: some(whole(0, 24)),
    incremental: some(flag),
    preview: some(flag),
    validate: some(flag),
    sequence: some(oneOf('parallel', 'sequential', 'by datacentre')),
    hosts: some(listOf(text(60), 1, 200)),
    datacentres: some(listOf(text(60), 1, 200)),
    force: some(flag),
    pull: some(flag),
  }),
  join: atNode,
  leave: fields({ node, force: some(flag) }),
  replace: fields({ node, of: node }),
})
