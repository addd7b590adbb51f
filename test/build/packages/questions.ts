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

/** One question of each kind that QTI can ask, and one that it can't. */
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
        question('fix-cell', {}, 'x'),
      ],
    },
  ],
}
