import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

/** One violation for each kind of file that can import: if the linter goes blind to a kind, this turns red. */
const violations: { file: string; code: string; rule: string }[] = [
  { file: 'src/engine/canary.ts', code: "import '#figures/canary.ts'\n", rule: 'no-restricted-imports' },
  { file: 'src/engine/canary.ts', code: 'export const now = Date.now()\n', rule: 'no-restricted-globals' },
  {
    file: 'src/engine/canary.ts',
    code: 'export const chance = Math.random()\n',
    rule: 'no-restricted-properties',
  },
  {
    file: 'src/figures/canary.tsx',
    code: "import { href } from '#site/href.ts'\nexport const view = <a href={href('/')} />\n",
    rule: 'boundaries/dependencies',
  },
  {
    file: 'src/learning/canary.ts',
    code: "import { href } from '#site/href.ts'\nexport default href\n",
    rule: 'boundaries/dependencies',
  },
  {
    file: 'src/figures/canary.astro',
    code: "---\nimport { href } from '#site/href.ts'\n---\n<a href={href('/')}>x</a>\n",
    rule: 'boundaries/dependencies',
  },
  {
    file: 'src/figures/canary.astro',
    code: "<p>x</p>\n<script>\n  import { href } from '#site/href.ts'\n  document.title = href('/')\n</script>\n",
    rule: 'boundaries/dependencies',
  },
  {
    file: 'src/figures/canary.ts',
    code: "import { href } from '../site/href.ts'\nexport default href\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'src/figures/doors/canary.ts',
    code: "import { first } from '#figures/adversary/first.ts'\nexport default first\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'src/figures/cluster/canary.ts',
    code: "import { kitchens } from '#figures/two-worlds/kitchens.ts'\nexport default kitchens\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'src/figures/stories/truck/canary.ts',
    code: "import { boxes } from '../assistant/boxes.ts'\nexport default boxes\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'components/quiz/canary.ts',
    code: "import { leafSchema } from '#learning/kinds/leaf.schema.ts'\nexport default leafSchema\n",
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    file: 'content/lessons/04-merkle-trees/index.mdx',
    code: "import { href } from '#site/href.ts'\n\n<a href={href('/')}>x</a>\n",
    rule: 'no-restricted-syntax',
  },
  {
    file: 'content/lessons/04-merkle-trees/cells/canary.ts',
    code: "import { href } from '#site/href.ts'\nconsole.log(href)\n",
    rule: 'no-restricted-imports',
  },
]

describe('the boundaries between folders', () => {
  const eslint = new ESLint()
  it.each(violations)('refuse in $file: $code', { timeout: 60_000 }, async ({ file, code, rule }) => {
    const [result] = await eslint.lintText(code, { filePath: file })
    expect(result?.messages.map((message) => message.ruleId)).toContain(rule)
  })

  it('allow what the table allows', { timeout: 60_000 }, async () => {
    const [result] = await eslint.lintText("import { href } from '#site/href.ts'\nexport default href\n", {
      filePath: 'components/canary.ts',
    })
    expect(result?.messages).toEqual([])
  })
})
