import fc from 'fast-check'
import type { Happening } from '#learning/event.ts'

export const start = 1_760_000_000_000

const card = fc.constantFrom('replicas.one', 'replicas.two', 'merkle-trees.root')
const exam = fc.constantFrom('x', 'y')
/** What a reader may do, every kind of it. An undo names an event as these tests name them: `e-3`. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    type: fc.constant('graded' as const),
    card,
    version: fc.constant(1),
    grade: fc.constantFrom('again' as const, 'good' as const),
  }),
  fc.record({ type: fc.constant('undone' as const), event: fc.nat(25).map((number) => `e-${number}`) }),
  fc.record({
    type: fc.constant('buried' as const),
    card,
    untilAt: fc.integer({ min: start, max: start + 100 }),
  }),
  fc.record({
    type: fc.constant('suspended' as const),
    what: fc.constant('card' as const),
    which: card,
    isSuspended: fc.boolean(),
  }),
  fc.record({ type: fc.constant('noted' as const), card, text: fc.constantFrom('', 'mine') }),
  fc.record({
    type: fc.constant('wrote' as const),
    card: fc.constantFrom('own.a', 'own.b'),
    lesson: fc.constant('replicas'),
    front: fc.constantFrom('Why?', 'What?'),
    back: fc.constant('So.'),
    isRemoved: fc.boolean(),
  }),
  fc.record({ type: fc.constant('set' as const), name: fc.constant('newCards' as const), value: fc.nat(20) }),
  fc.record({
    type: fc.constant('exam-begun' as const),
    exam,
    seed: fc.nat(9),
    lessons: fc.constant(['replicas']),
    items: fc.constant([{ question: 'replicas.one', version: 1 }]),
    isTimed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('exam-marked' as const),
    exam,
    question: fc.constant('replicas.one'),
    answer: fc.constantFrom(null, '"a"', '"b"'),
    isFlagged: fc.boolean(),
  }),
  fc.record({ type: fc.constant('exam-ended' as const), exam, isSubmitted: fc.boolean() }),
  fc.record({
    type: fc.constant('reset' as const),
    reach: fc.constantFrom('question' as const, 'section' as const, 'lesson' as const, 'everything' as const),
    lesson: fc.constant('replicas'),
    section: fc.constantFrom('', 'a'),
    questions: fc.constantFrom([], ['replicas.q', 'replicas.opening']),
  }),
  fc.record({
    type: fc.constant('read' as const),
    lesson: fc.constant('replicas'),
    section: fc.constantFrom('a', 'b'),
  }),
  fc.record({
    type: fc.constant('answered' as const),
    question: fc.constantFrom('replicas.q', 'merkle-trees.q'),
    version: fc.constant(1),
    choice: fc.constantFrom('a', 'b'),
    right: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('predicted' as const),
    prediction: fc.constant('replicas.opening'),
    version: fc.constant(1),
    choice: fc.constantFrom('a', 'b'),
  }),
  fc.record({ type: fc.constant('turned' as const), card, version: fc.constant(1) }),
  fc.record({
    type: fc.constant('ran' as const),
    lesson: fc.constant('replicas'),
    cell: fc.constantFrom('x', 'y'),
  }),
  fc.record({
    type: fc.constant('solved' as const),
    challenge: fc.constant('merkle-trees/descend'),
    version: fc.constant(1),
  }),
)
