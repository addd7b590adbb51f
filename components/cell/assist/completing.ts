import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete'
import { localCompletionSource } from '@codemirror/lang-javascript'
import type { Extension } from '@codemirror/state'
import { explained } from './explained.ts'
import type { Language } from './language.ts'
import { infoPlace } from './info-place.ts'

/** TypeScript's kinds by the names that CodeMirror has pictures for. */
const kinds: Readonly<Record<string, string>> = {
  const: 'constant',
  let: 'variable',
  var: 'variable',
  parameter: 'variable',
  function: 'function',
  'local function': 'function',
  method: 'method',
  property: 'property',
  getter: 'property',
  class: 'class',
  interface: 'interface',
  type: 'type',
  alias: 'variable',
  module: 'namespace',
  keyword: 'keyword',
  string: 'text',
}

/** Completion by types, each with its docs; by the names of the text itself where there are no types. */
export function completing(language: Language): Extension {
  return autocompletion({
    override: [sourceOf(language)],
    activateOnTypingDelay: 150,
    icons: false,
    positionInfo: (_, list, option, info, space) => infoPlace(list, option, info, space),
  })
}

/** What can stand at a place. */
export function sourceOf(language: Language): CompletionSource {
  return async (context) => {
    const word = context.matchBefore(/[\w$]+$/)
    const before = context.state.sliceDoc(context.pos - 1, context.pos)
    if (!context.explicit && word === null && !/[.'"/]/.test(before)) return null
    if (!language.isAwake() && !context.explicit) return localCompletionSource(context)
    language.wake()
    const text = context.state.doc.toString()
    const found = await language.ask(text, 'completions', context.pos)
    if (found === undefined || found.options.length === 0) return localCompletionSource(context)
    return result(language, context, text, found)
  }
}

function result(
  language: Language,
  { pos }: CompletionContext,
  text: string,
  found: {
    readonly from: number
    readonly options: readonly { label: string; kind: string; sortText: string }[]
  },
): CompletionResult {
  return {
    from: Math.min(found.from, pos),
    // A path goes on behind its signs; behind a name's full stop something else is asked.
    validFor: found.options.some(({ label }) => label.startsWith('./')) ? /^[\w./-]*$/ : /^[\w$-]*$/,
    options: found.options.map(({ label, kind, sortText }): Completion => ({
      label,
      type: kinds[kind] ?? 'text',
      detail: kind,
      // TypeScript puts what fits first and the language's own names last.
      boost: sortText <= '11' ? 10 : sortText >= '15' ? -10 : 0,
      info: async () => {
        const about = await language.ask(text, 'explainCompletion', pos, label)
        return about === undefined ? null : explained(about)
      },
    })),
  }
}
