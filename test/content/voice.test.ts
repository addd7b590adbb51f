import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lessons, words, written } from './content.ts'
import { blocksOf, proseSays, type Said, saidInSources, saidInYaml } from './spoken.ts'

/** The lessons with their quizzes and cards, and the reference pages. */
const proses = [
  ...written.map(({ folder, body }) => ({
    path: `${folder}/index.mdx`,
    body,
    lists: [`${folder}/quiz.yaml`, `${folder}/cards.yaml`, `${folder}/teaching.yaml`],
  })),
  ...globSync('content/reference/*.mdx').map((path) => ({
    path,
    body: readFileSync(path, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''),
    lists: [],
  })),
]

/** Words and turns that the voice of this course has a better one for (content/style.md). */
const banned: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bconfirm(ed|s)\b/i, 'acknowledged'],
  [
    /\b(taken for dead|takes? \w+ for (dead|down)|asleep|f(all|alls|ell|allen) silent)\b/i,
    'crashed, paused, cut off; declared dead',
  ],
  [/\bsilent(?! (corruption|damage))\b/i, 'crashed, paused, cut off, unreachable'],
  [/\black(s|ed)?\b/i, 'is missing'],
  [/\b(mend(s|ed|ing)?|anew)\b/i, 'fix, heal, repair; again'],
  [
    /\b(places? on (a|the) circle|crooked|own watch|by its own luck|in step)\b/i,
    'ring, skewed, local clock, independently, in sync',
  ],
  [/\b(dig|digs|digging|shelf|shelves)\b/i, 'go deeper; bucket'],
  [/\b(overruled|heirs|great merit)\b/i, 'loses to; descendants; advantage'],
  [/\b(for ever|seldom|meanwhile|by then)\b/i, 'forever, rarely, in the meantime, so far'],
  [/\b(no text yet|text equal|kept (run|plan)s?)\b/i, 'not written yet, text alternative, saved run'],
  [
    /\b(steps? on|asks? after|on the bench|come along|suffices?)\b|\bBench: |\bthe bench\b/i,
    'keep stepping, in the playground, are enough',
  ],
  [/\b(troubles|strike out|struck out)\b/i, 'fault, remove'],
  [
    /I[’']d say so|Not right\.|Right is:|Lift the cover|Say it, and|Let A walk on|Another slip|Bet again\b/,
    'see content/style.md',
  ],
  [
    /\bThe whole way\b|The way, from top|Before this|\bGo on:|first answer, again|How it went/,
    'see content/style.md',
  ],
  [
    /find back together|Why is many computers|ran and showed nothing|own code is back/,
    'see content/style.md',
  ],
  [/\b(whoever|those who|somebody)\b/i, 'name who acts: a node, a client, an operator, you'],
  [/\b(Nor|Hence|Thus)\b/, 'so, or nothing'],
  [/, for (the|it|each|they|there|a|who)\b(?! (long|while|moment|second|minute|day|year))/, 'because'],
  [/\bof (19|20)\d\d\b/, 'the 1987 paper'],
  [/\d %/, '99%'],
]

/** What a button, an error or a label of ours says, where prose may now and then say it. */
const bannedInLabels: typeof banned = [
  ...banned,
  [/\b(could|did|does|do|is|are|was|were|has|have|had|would|should) not\b|\bcannot\b/i, 'a contraction'],
  [/(?<!there )\bis no (?!longer|more|less|better|worse)[a-z]/i, 'isn’t a'],
  [/\b(invisible|full-width|this|single|one) sign\b/i, 'character'],
  [/\ballow(ed)? copying|let the page copy/i, 'copyRefused of src/text/copying.ts'],
  [/\bunrun\b/i, 'Opening it doesn’t run anything'],
  [/\btakes? a script\b|\bWith(out)? scripts\b/i, 'JavaScript'],
  [/\b(hangs?|hung) on (what|when|how|it|the)\b/i, 'depends on'],
  [/\btold (below|again|in words|too)\b|\ball told\b|\b(run|history), drawn\b/i, 'described, in total'],
  [/\bas you said\b|\byou said\b/i, 'predicted'],
  [/\b(Looking up|Getting) (what|the|your)\b/, 'Loading'],
  [/^Begin\b|\bBegin (the|with)\b/, 'Start'],
  [/^(Left out|Rightly left|Forget it|Fate)\b/, 'Not answered; Correctly left unticked; Discard; Outcome'],
]

/** What's said that the voice has a better word for: where, the words around it, and what to write instead. */
function offences(said: readonly Said[], words = banned): readonly string[] {
  return said.flatMap(({ where, text }) =>
    words.flatMap(([pattern, instead]) => {
      const found = pattern.exec(text)
      if (found === null) return []
      const around = text.slice(Math.max(0, found.index - 40), found.index + found[0].length + 40)
      return [`${where}: “…${around.replace(/\s+/g, ' ')}…” → ${instead}`]
    }),
  )
}

/** Contractions, not counting the genitive of a noun. */
const contractions = (text: string): number =>
  text.match(
    /\b\w+(n[’']t|[’'](re|ve|ll|d|m))\b|\b(it|that|there|here|what|who|how|where|he|she|nobody|let)[’']s\b/gi,
  )?.length ?? 0

describe.each(proses)('the voice of $path', ({ path, body, lists }) => {
  const blocks = blocksOf(body)
  const prose = blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text)

  test('has none of the words that the field has a better one for', () => {
    expect(offences([...proseSays(path, body), ...lists.flatMap(saidInYaml)])).toEqual([])
  })

  test('contracts at least once in 120 words', () => {
    const all = prose.join(' ')
    expect(contractions(all)).toBeGreaterThanOrEqual(words(all).length / 120)
  })

  test('has no paragraph of more than 90 words, and no table cell of more than 20', () => {
    expect(prose.filter((text) => words(text).length > 90)).toEqual([])
    expect(blocks.filter(({ kind, text }) => kind === 'cell' && words(text).length > 20)).toEqual([])
  })
})

describe('the voice of everything else', () => {
  test.each([
    'content/glossary.yaml',
    'content/misconceptions.yaml',
    'content/claims.yaml',
    'content/cards-quick.yaml',
    'content/engine/reading.yaml',
    'content/engine/leaves-out.yaml',
    'content/engine/broken-places.yaml',
    ...globSync('content/engine/upstream/*.yaml'),
  ])('%s', (path) => {
    const said = saidInYaml(path)
    expect(said.length).toBeGreaterThan(10)
    expect(offences(said)).toEqual([])
  })

  test.each([
    ['challenges', globSync('content/lessons/*/challenges/*/challenge.yaml')],
    ['things to try', globSync('content/lessons/*/tries.yaml')],
  ])('the %s', (_, paths) => {
    const said = paths.flatMap(saidInYaml)
    expect(said.length).toBeGreaterThan(10)
    expect(offences(said, bannedInLabels)).toEqual([])
  })

  test.each([
    // Lesson 1's two worlds may say silent: nobody there can know why.
    ['the figures', ['src/figures/!(two-worlds)/**/*.{ts,tsx}', 'src/figures/*.{ts,tsx}']],
    ['the components', 'components/**/*.{ts,tsx,astro}'],
    ['the pages', 'src/{pages,layouts}/**/*.astro'],
    ['what a cell says', 'src/{sandbox,cells}/**/*.ts'],
    // The dictionary that links are packed with stays as it is.
    ['what a link or a file says', 'src/links/!(dictionary).{ts,tsx}'],
    ['what learning says', 'src/learning/**/*.ts'],
    ['the log of a run', 'src/outline/**/*.ts'],
    ['the words of a system for its runs', 'src/engine/*/face.ts'],
    ['the verdicts of the checks', 'src/engine/checks/**/*.ts'],
  ])('%s', (_, pattern) => {
    const said = saidInSources(pattern)
    expect(said.length).toBeGreaterThan(10)
    expect(offences(said, bannedInLabels)).toEqual([])
  })

  test('the cells that a reader opens name what they hold', () => {
    const paths = globSync('content/lessons/*/{cells,challenges}/**/*.ts')
    expect(paths.length).toBeGreaterThan(100)
    const names = paths.flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /\b(?:const|let|function\*?) (evening|night|told|fate|silent|asleep|crooked|walk)\b/g,
        ),
      ].map(([, name]) => `${path}: ${name}`),
    )
    expect(names).toEqual([])
  })

  test('quizzes, the glossary and the engine’s pages contract at least once in 120 words', () => {
    const files = [
      ...lessons.filter(({ front }) => front.status === 'ready').map(({ folder }) => `${folder}/quiz.yaml`),
      'content/glossary.yaml',
      'content/engine/reading.yaml',
      'content/engine/leaves-out.yaml',
    ]
    for (const file of files) {
      const all = saidInYaml(file)
        .map(({ text }) => text)
        .join(' ')
      expect(contractions(all), file).toBeGreaterThanOrEqual(words(all).length / 120)
    }
  })
})

describe('the measure itself', () => {
  test('finds an offence in prose, in YAML and in markup', () => {
    expect(offences([{ where: 'x', text: 'Longer, for the slip has to travel.' }])).toHaveLength(1)
    expect(offences([{ where: 'x', text: 'the paper of 1987, 99 % sure' }])).toHaveLength(2)
    expect(offences([{ where: 'x', text: 'Mend' }])).toHaveLength(1)
    expect(
      offences([{ where: 'x', text: 'This link is no plan and could not be read.' }], bannedInLabels),
    ).toHaveLength(2)
    expect(blocksOf('One <Term id="x">word</Term>.\n\n| a | b c |\n')).toEqual([
      { kind: 'paragraph', text: 'One word.' },
      ...['', 'a', 'b c', ''].map((text) => ({ kind: 'cell', text })),
    ])
    expect(contractions('It’s right, isn’t it? The kitchen’s slips aren’t.')).toBe(3)
  })
})
