import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import boundaries from 'eslint-plugin-boundaries'
import * as mdx from 'eslint-plugin-mdx'
import tseslint from 'typescript-eslint'

/** Who may import whom: the folder, and what it may reach beside itself. Anything not listed is refused. */
export const mayImport = {
  text: [],
  engine: [],
  learning: ['text', 'outline'],
  outline: ['text', 'engine'],
  links: ['text', 'engine', 'site'],
  workers: [],
  search: ['engine'],
  figures: ['text', 'engine', 'outline', 'links', 'workers', 'search'],
  sandbox: ['text', 'engine', 'outline'],
  storage: ['learning'],
  learner: ['learning', 'storage'],
  cells: ['text', 'engine', 'outline', 'sandbox', 'storage'],
  build: ['engine', 'outline', 'sandbox', 'learning', 'search'],
  site: ['text'],
  editor: ['workers'],
  components: [
    'text',
    'site',
    'editor',
    'outline',
    'figures',
    'search',
    'learning',
    'sandbox',
    'storage',
    'learner',
    'cells',
    'links',
    'build',
    'styles',
  ],
  layouts: ['text', 'site', 'components', 'learning', 'build', 'styles'],
  pages: ['text', 'site', 'components', 'learning', 'build', 'layouts', 'styles'],
  // 'engine' is src/sandbox/learner.ts to a cell; the rule on cells' imports below admits no other way in.
  content: ['sandbox'],
}

/** Figures that tell one lesson's story each; the rest of figures/ are instruments, which any of them may use. */
const stories = [
  'adversary',
  'doors',
  'evening',
  'hunt',
  'since',
  'two-worlds',
  'zombie',
  ...readdirSync('src/figures/stories').map((name) => `stories/${name}`),
]

/** Test and scripts may import anything; src/content.config.ts is held by the rule of its own below. */
const free = ['test', 'scripts']

const inSource = [
  'text',
  'engine',
  'outline',
  'learning',
  'links',
  'workers',
  'figures',
  'search',
  'sandbox',
  'storage',
  'learner',
  'cells',
  'build',
  'site',
  'editor',
  'layouts',
  'styles',
  'pages',
]
const elements = [
  ...inSource.map((type) => ({ type, pattern: `src/${type}` })),
  { type: 'content', pattern: 'content/lessons' },
  ...['components', ...free].map((type) => ({ type, pattern: type })),
]

const crossing = {
  regex: `^(\\.\\./)+(${[...inSource, 'components', 'src'].join('|')})/`,
  message: 'Cross a folder with its alias: #engine, #figures/..., #components/... (package.json, "imports").',
}

const restricted = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [crossing, ...patterns] }],
})

const between = (others, isBeside = false) => ({
  // Beside each other in figures/stories they can be reached by their bare names as well.
  regex: `^(#figures|\\.\\.)/(${[...others, ...(isBeside ? others.map((name) => name.replace('stories/', '')) : [])].join('|')})/`,
  message:
    'A story is of one lesson. What it shares with another figure goes to an instrument, such as figures/controls.',
})

/** The engine has no time, no chance and no I/O, and its arithmetic is the same in every browser. */
const engineGlobals = [
  'Date',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'Promise',
  'console',
  'performance',
  'Intl',
]
const enginePure = {
  'no-restricted-globals': [
    'error',
    ...engineGlobals.map((name) => ({
      name,
      message: 'The engine has no time, no promises, no I/O: a run is a pure function of its plan.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    ...[
      'random',
      'pow',
      'exp',
      'log',
      'log10',
      'log1p',
      'expm1',
      'sin',
      'cos',
      'tan',
      'tanh',
      'cbrt',
      'hypot',
    ].map((property) => ({
      object: 'Math',
      property,
      message:
        'Not the same to the last bit in every browser (or not the same twice): use + - * / sqrt floor, or a keyed draw.',
    })),
  ],
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-*/',
      '.astro/',
      '.cache/',
      'node_modules/',
      'test-results/',
      'test/conformance/data/',
      'public/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs['flat/recommended'],
  { ...mdx.flat, files: ['content/**/*.mdx'] },
  {
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': {
        typescript: { project: ['tsconfig.json', 'content/tsconfig.json'], noWarnOnMultipleProjects: true },
      },
    },
    rules: {
      'no-undef': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      // Matters of taste that say nothing about a bug.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      ...restricted(),
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...Object.entries(mayImport).map(([type, reach]) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: [type, ...reach] } } } },
            })),
            ...free.map((type) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: elements.map((element) => element.type) } } } },
            })),
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/engine/**/*.ts'],
    rules: {
      ...enginePure,
      ...restricted({
        regex: '^(?!\\.{1,2}/|@noble/hashes/)',
        message:
          'The engine imports nothing but itself (by relative paths, so that a copy of it stands alone) and @noble/hashes.',
      }),
    },
  },
  // An instrument never imports a story, nor a story another: what two of them need is an instrument.
  {
    files: ['src/figures/*/**/*.{ts,tsx}'],
    rules: restricted(between(stories)),
  },
  ...stories.map((story) => ({
    files: [`src/figures/${story}/**/*.{ts,tsx}`],
    rules: restricted(
      between(
        stories.filter((other) => other !== story),
        story.startsWith('stories/'),
      ),
    ),
  })),
  {
    // A shape is declared once, as a schema that the build alone carries: everybody else takes its type.
    files: ['components/**/*.{ts,tsx}', 'src/**/*.{ts,tsx}'],
    ignores: ['**/*.schema.ts', 'src/learning/kinds/schemas.ts', 'src/content.config.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(\\.schema|/schemas)\\.ts$',
              allowTypeImports: true,
              message: 'Take its type alone: a schema brings the schema library into the page.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/learning/**/*.ts'],
    rules: restricted({ regex: '^node:', message: 'learning is pure and runs in the browser: no Node.' }),
  },
  {
    files: ['content/lessons/*/cells/**/*.ts', 'content/lessons/*/challenges/**/*.ts', 'content/made/*.ts'],
    rules: {
      ...restricted({
        regex: '^(?!engine$|\\./[^/]+$)',
        message: "A cell imports only 'engine' and './name', another cell of its lesson.",
      }),
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
    },
  },
  {
    // A challenge's parameters are what its reader is given, used or not.
    files: ['content/lessons/*/challenges/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', args: 'none' }] },
  },
  {
    files: ['content/**/*.mdx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration',
          message: 'A lesson imports nothing: its components are given to it (components/author.ts).',
        },
      ],
      'no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    // A test may import anything. Said by path as well, for test/content would pass as the folder it mirrors.
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      'boundaries/dependencies': 'off',
      'no-restricted-imports': [
        'error',
        { patterns: [{ ...crossing, regex: '^(\\.\\./)+(src|components)/' }] },
      ],
    },
  },
)
