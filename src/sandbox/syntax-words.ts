/** What is wrong with a text, and where; lines and columns are counted from 1. */
export interface Fault {
  readonly message: string
  /** Missing where nobody told one. */
  readonly line?: number
  readonly column?: number
}

/**
 * What a parser found, as a learner needs it: the character of printed text, the bracket or the quotation mark that is to blame,
 * where one is, else what the parser's own words mean. Only for a text that doesn't parse.
 */
export function inPlainWords(source: string, fault: Fault): Fault {
  return strangeSign(source) ?? unclosedText(source, fault) ?? lostBracket(source) ?? said(source, fault)
}

/** Characters that code is often pasted with, and what to write. Names are told, because some of them can’t be seen. */
const strangeSigns: readonly (readonly [sign: RegExp, message: (sign: string) => string])[] = [
  [
    /[“”„‟«»″]/,
    (sign) =>
      `${sign} is a curly quotation mark, as text editors set it. Code takes straight ones: "like this"`,
  ],
  [
    /[‘’‚‛´′]/,
    (sign) =>
      `${sign} is a curly quotation mark, as text editors set it. Code takes straight ones: 'like this'`,
  ],
  [
    /[\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\u00ad]/,
    (sign) =>
      `There’s an invisible character here (U+${codeOf(sign)}), which came with pasted text. Delete it and type that part again`,
  ],
  [/[–—−‐‑―]/, (sign) => `${sign} is a dash of printed text. Code takes the minus of the keyboard: -`],
  [/…/, () => '… is a single character; type three full stops: ...'],
  [/[⇒→➔]/, (sign) => `${sign} is a single character; type two: =>`],
  [
    /[\uff01-\uff5e\u3001\u3002\u300c\u300d]/,
    (sign) => `${sign} is a full-width character. Type the narrow one of an English keyboard`,
  ],
  [/[≤≥≠×÷]/, (sign) => `${sign} isn’t an operator here. Code writes <=, >=, !==, * and /`],
  [
    /&(?:lt|gt|amp|quot|apos|nbsp|#\d+);/,
    (sign) => `${sign} is how a web page writes a character. Type the character itself, such as <, > or &`,
  ],
]

/** The first character of printed text outside strings and comments: inside a string anything goes. */
function strangeSign(source: string): Fault | undefined {
  const lines = withoutTexts(source).split('\n')
  for (const [index, line] of lines.entries()) {
    for (const [sign, message] of strangeSigns) {
      const found = sign.exec(line)
      if (found !== null) return { message: message(found[0]), line: index + 1, column: found.index + 1 }
    }
  }
  return undefined
}

function codeOf(sign: string): string {
  return sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
}

/** A text, a comment or a pattern that begins and has no end: all brackets after it are as good as gone. */
function unclosedText(source: string, fault: Fault): Fault | undefined {
  const found = /^Unterminated (string|template|comment|reg)/.exec(fault.message)?.[1]
  const left = withoutTexts(source).split('\n')[(fault.line ?? 1) - 1] ?? ''
  const kind = found ?? (/['"]/.test(left) ? 'string' : undefined)
  if (kind === undefined) return undefined
  if (kind === 'template')
    return {
      ...fault,
      message: 'A text in ` begins here and is never closed. Write the closing ` at its end',
    }
  if (kind === 'comment')
    return { ...fault, message: 'A comment begins here and is never closed. Write */ at its end' }
  if (kind === 'reg')
    return {
      ...fault,
      message:
        'A pattern begins with this / and isn’t closed on its line. To divide, write a number before it',
    }
  const line = source.split('\n')[(fault.line ?? 1) - 1] ?? ''
  const early =
    (line.match(/'/g) ?? []).length > 2
      ? 'Does an apostrophe inside it end it too soon? Put the text in double quotes: "it\'s"'
      : 'Write the same quotation mark at its end'
  return { ...fault, message: `A text begins here and isn’t closed on its line. ${early}` }
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

interface Open {
  readonly sign: string
  readonly line: number
  readonly column: number
  readonly indent: number
}

/** The bracket that is never closed, or that closes nothing. */
function lostBracket(source: string): Fault | undefined {
  const open: Open[] = []
  let suspect: Open | undefined
  for (const [index, text] of withoutPatterns(withoutTexts(source)).split('\n').entries()) {
    const indent = /^\s*/.exec(text)![0].length
    for (const { 0: sign, index: at } of text.matchAll(/[()[\]{}]/g)) {
      const here = { sign, line: index + 1, column: at + 1, indent }
      if (Object.hasOwn(closing, sign)) {
        open.push(here)
        continue
      }
      const last = open.pop()
      if (last === undefined)
        return { ...here, message: `This ${sign} closes nothing. Take it away, or open it further up` }
      if (closing[last.sign] !== sign) return unclosed(suspect ?? last, here)
      // By its indent this one belongs to another line: the bracket before it has no end.
      if (at === indent && indent < last.indent) suspect ??= last
    }
  }
  const last = open.at(-1)
  return last && unclosed(suspect ?? last)
}

function unclosed({ sign, line, column }: Open, before?: Open): Fault {
  const where = before === undefined ? '' : ` before the ${before.sign} of line ${before.line}`
  return { message: `This ${sign} is never closed. A ${closing[sign]} is missing${where}`, line, column }
}

const words: ReadonlySet<string> = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if import in instanceof new null return super switch this throw true try typeof var void while with'
  ).split(' '),
)

/** The parser's own words, explained where they say too little. */
function said(source: string, fault: Fault): Fault {
  const { message, line, column = 1 } = fault
  const text = line === undefined ? '' : (withoutTexts(source).split('\n')[line - 1] ?? '')
  const rest = text.slice(column - 1)
  if (/\byield\b/.test(text) && /yield|Unexpected|reserved|strict/i.test(message))
    return {
      ...fault,
      message:
        'yield* works only in a function with a star: write *start() { ... } or function* () { ... }. An arrow function can’t have one',
    }
  if (/\bawait\b/.test(text) && /await|Unexpected|reserved/i.test(message))
    return {
      ...fault,
      message:
        'await works at the top of a cell and in async functions. What a node does waits with yield* in a function*',
    }
  if (/^(?:'import' and 'export'|Unexpected.*import)/.test(message))
    return { ...fault, message: 'import and export stand at the top of a cell, outside functions and braces' }
  const declared = /^Identifier '(.+)' has already been declared/.exec(message)?.[1]
  if (declared !== undefined)
    return {
      ...fault,
      message: `${declared} has already been declared further up. Give one of them another name, or write ${declared} = ... without let or const`,
    }
  if (!/^Unexpected token/.test(message)) return fault
  const name = /^[A-Za-z]+/.exec(rest)?.[0] ?? ''
  if (words.has(name) && /\b(?:const|let|var|function|class)\s+$/.test(text.slice(0, column - 1)))
    return { ...fault, message: `${name} is a word of the language and can’t be a name` }
  if (/\bconst\s+[\w$]+\s*(?::[^=]*)?;?\s*$/.test(text))
    return { ...fault, message: 'A const gets its value at once: write const name = value, or let' }
  const wanted = /expected "(.+?)"/.exec(message)?.[1]
  const sign = /^\S+?(?=[\s()[\]{},;]|$)|^\S/.exec(rest)?.[0]
  if (sign === undefined)
    return {
      ...fault,
      message: 'The code stops too early here: something is missing before the end of the line',
    }
  const missing =
    wanted === undefined
      ? 'a comma, an operator or a bracket is missing before it, or it’s too much'
      : `${wanted} was expected`
  return { ...fault, message: `The code can’t go on with ${sign} here: ${missing}` }
}

/** The text with its strings, templates and comments blanked, each sign by a space, so that places stay. */
export function withoutTexts(source: string): string {
  return source.replace(texts, (text) => text.replace(/[^\n]/g, ' '))
}

/** Comments, strings and templates, as far as a pattern can tell. */
export const texts =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"|`(?:[^`\\]|\\[^])*`/g

/** Patterns are blanked too, where one may begin. */
function withoutPatterns(text: string): string {
  const pattern = /([=(,:;!&|?[{}]|\breturn|^)(\s*)\/(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/gm
  return text.replace(pattern, (whole, before: string, gap: string) => {
    return before + gap + ' '.repeat(whole.length - before.length - gap.length)
  })
}
