import type { FiledQuestion, QuestionFile } from '#learning/question-file.ts'

const question = (kind: string, data: unknown, key: unknown): FiledQuestion => ({
  id: `replicas.${kind}`,
  version: 1,
  kind,
  lesson: 'replicas',
  prompt: `What does \`w: 1\` say of a < b & c in ${kind}?`,
  seed: 7,
  data,
  see: '/lessons/replicas/#x',
  run: undefined,
  place: 'text',
  produces: false,
  reasons: [
    { label: 'right & good', reason: 'because `a` < b', isRight: true, isChosen: false },
    { label: 'lure', reason: 'no', isRight: false, isChosen: false },
  ],
  computed: undefined,
  key,
})
const options = [
  { id: 'one', text: 'One <b>', reason: 'r', isRight: true },
  { id: '2nd', text: 'Two', reason: 'r', isRight: false },
  { id: 'three', text: 'Three', reason: 'r', isRight: true },
]
const made = { reason: 'r', otherwise: 'o', mistakes: [] }

/** One question of each kind: those that QTI can ask, and the two that it can't. */
export const file: QuestionFile = {
  lessons: [
    {
      ...{ lesson: 'replicas', title: 'Replicas & more', order: 2, asks: 'How many?', description: 'd' },
      ...{ minutes: 30, outcomes: [] },
      questions: [
        question('choose-one', { options: options.slice(0, 2) }, 'one'),
        question('choose-many', { options }, ['one', 'three']),
        question('number', { value: 12.5, tolerance: 0.5, unit: 'ms', ...made }, 12.5),
        question('short-text', { forms: ['read repair', 'repair on read'], ...made }, ['read repair']),
        question(
          'leaf',
          {
            leaf: 1,
            leaves: [
              { name: 'row 1', reason: 'r' },
              { name: 'row 2', reason: 'r' },
            ],
            picture: {
              sides: ['A', 'B'],
              levels: [
                [{ leaves: 2, digests: ['aaaa', 'bbbb'] }],
                [
                  { leaves: 1, digests: ['cccc', 'cccc'] },
                  { leaves: 1, digests: ['dddd', 'eeee'] },
                ],
              ],
            },
          },
          1,
        ),
        question(
          'order',
          {
            steps: [
              { id: 'b', text: 'Second', reason: 'r' },
              { id: 'a', text: 'First', reason: 'r' },
              { id: '3rd', text: 'Third', reason: 'r' },
            ],
            right: ['a', 'b', '3rd'],
            swaps: [],
          },
          'a b 3rd',
        ),
        question(
          'click',
          {
            picture: {
              lanes: [],
              messages: [
                { id: 'A>B write#1', from: 'A', to: 'B', sentAt: 1, endAt: 4, isLost: false, text: 'write' },
                { id: 'A>C write#1', from: 'A', to: 'C', sentAt: 1, endAt: 2, isLost: true, text: 'write' },
              ],
              lives: [{ lane: 'C', from: 2, to: 9 }],
              fromMs: 0,
              toMs: 9,
            },
            right: 'A>C write#1',
            targets: [
              { id: 'A>B write#1', name: 'The write to B', reason: 'r' },
              { id: 'A>C write#1', name: 'The write to C', reason: 'r' },
            ],
          },
          'A>C write#1',
        ),
        question(
          'predict-run',
          {
            plan: {},
            rows: [
              { id: 'read 1', text: 'The first read' },
              { id: 'read 2', text: 'The second read' },
            ],
            outcomes: ['soup', 'no answer'],
            came: ['no answer', 'soup'],
            ...made,
          },
          'no answer | soup',
        ),
        question('fix-cell', {}, 'x'),
        question('place-points', {}, 'some'),
      ],
    },
  ],
}
