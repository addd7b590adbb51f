import { createHighlighterCoreSync, type ThemeRegistration } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import css from 'shiki/langs/css.mjs'
import json from 'shiki/langs/json.mjs'
import shell from 'shiki/langs/shellscript.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import yaml from 'shiki/langs/yaml.mjs'

/** A stretch of code with its class; an empty class for what has none. */
export interface Stretch {
  readonly text: string
  readonly className: string
}

/** The classes of code, whose colours are tokens of the site: what the editor gives the same kinds of words. */
const classes = {
  'code-k': ['keyword', 'storage.type', 'storage.modifier', 'constant.language', 'variable.language'],
  'code-s': ['string', 'constant.character.escape'],
  'code-n': ['constant.numeric'],
  'code-c': ['comment'],
  'code-f': ['entity.name.function'],
  'code-t': ['entity.name.type', 'support.type', 'support.class', 'entity.other.inherited-class'],
} as const

/** What looks like one of these to the grammar and is plain text to the editor. */
const plain = [
  'keyword.operator',
  'constant.language.undefined',
  'constant.language.nan',
  'storage.type.function.arrow',
  'punctuation.definition.template-expression',
  'meta.template.expression',
  // A name that is given a function is a name like any other.
  'meta.definition.variable entity.name.function',
  'meta.object-literal.key entity.name.function',
]

/** Shiki's themes give colours: each class is one, and is read back from it. */
const colours = new Map(Object.keys(classes).map((name, place) => [name, `#00000${place + 1}`]))
const classOf = new Map([...colours].map(([name, colour]) => [colour, name]))
const noColour = '#000000'

const theme: ThemeRegistration = {
  name: 'anti-entropy',
  type: 'light',
  fg: noColour,
  bg: '#FFFFFF',
  settings: [
    ...Object.entries(classes).map(([name, scope]) => ({
      scope: [...scope],
      settings: { foreground: colours.get(name)! },
    })),
    { scope: plain, settings: { foreground: noColour } },
    {
      scope: ['keyword.operator.expression', 'keyword.operator.new', 'keyword.operator.type'],
      settings: { foreground: colours.get('code-k')! },
    },
    {
      scope: ['new.expr entity.name.function', 'new.expr support.class'],
      settings: { foreground: colours.get('code-t')! },
    },
  ],
}

const highlighter = createHighlighterCoreSync({
  themes: [theme],
  langs: [typescript, json, yaml, shell, css],
  engine: createJavaScriptRegexEngine(),
})

/** Code cut into stretches, line breaks included: joined, they're the code. Unknown languages are one stretch. */
export function highlight(code: string, lang = 'ts'): readonly Stretch[] {
  if (!highlighter.getLoadedLanguages().includes(lang)) return [{ text: code, className: '' }]
  // No limit of time: on a busy machine the colours of a slow line would be others.
  const lines = highlighter.codeToTokensBase(code, { lang, theme: 'anti-entropy', tokenizeTimeLimit: 0 })
  return lines.flatMap((tokens, place) => [
    ...(place === 0 ? [] : [{ text: '\n', className: '' }]),
    ...tokens.map(({ content, color }) => ({ text: content, className: classOf.get(color ?? '') ?? '' })),
  ])
}
