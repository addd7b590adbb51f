import fc from 'fast-check'
import type { Happening, LearningEvent } from '#learning/event.ts'

const name = fc.constantFrom('roots', 'leaves', 'cost')
const version = fc.integer({ min: 1, max: 2 })

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    type: fc.constant('read' as const),
    lesson: fc.constantFrom('merkle-trees', 'replicas'),
    section: name,
  }),
  fc.record({ type: fc.constant('ran' as const), lesson: fc.constant('merkle-trees'), cell: name }),
  fc.record({
    type: fc.constant('answered' as const),
    question: name.map((end) => `merkle-trees.${end}`),
    version,
    choice: fc.constantFrom('a', 'b', 'c'),
    right: fc.boolean(),
  }),
  fc.record({ type: fc.constant('turned' as const), card: name, version }),
  fc.record({
    type: fc.constant('predicted' as const),
    prediction: name,
    version,
    choice: fc.constantFrom('a', 'b'),
  }),
)

/** Lists of events as devices write them: an id belongs to one event for good, and several share a millisecond. */
export const eventLists = (count: number): fc.Arbitrary<readonly (readonly LearningEvent[])[]> =>
  fc
    .array(
      fc.record({
        happening,
        at: fc.integer({ min: 0, max: 5 }),
        in: fc.array(fc.nat(count - 1), { minLength: 1 }),
      }),
      {
        maxLength: 30,
      },
    )
    .map((written) =>
      Array.from({ length: count }, (_, list) =>
        written.flatMap(({ happening, at, in: lists }, index) =>
          lists.includes(list)
            ? [{ id: `d${index % 3}-${index}`, device: `d${index % 3}`, at, ...happening }]
            : [],
        ),
      ),
    )
