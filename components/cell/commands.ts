import { startCompletion } from '@codemirror/autocomplete'
import { isolateHistory, redo, toggleComment, undo } from '@codemirror/commands'
import { nextDiagnostic } from '@codemirror/lint'
import { openSearchPanel, selectNextOccurrence } from '@codemirror/search'
import { Compartment } from '@codemirror/state'
import { type Command, EditorView, type KeyBinding } from '@codemirror/view'
import { followHere } from './assist/definition.ts'
import { explainHere } from './assist/explaining.ts'
import type { Language } from './assist/language.ts'
import { signatureHere } from './assist/signature.ts'
import { changeBetween } from './change-between.ts'
import { type ToolName, tools } from './tools.ts'

/** Whether long lines are wrapped; the printed code isn't, so neither is the editor until it's asked. */
export const wrapping = new Compartment()

/** The command of each tool. */
export function commandsOf(language: Language): Readonly<Record<ToolName, Command>> {
  return {
    complete: startCompletion,
    explain: explainHere(language),
    signature: signatureHere(language),
    definition: followHere(language),
    nextProblem: (view) => {
      language.wake()
      if (!nextDiagnostic(view)) language.say('No problem was found.')
      return true
    },
    format: formatting(language),
    find: openSearchPanel,
    comment: toggleComment,
    nextMatch: selectNextOccurrence,
    wrap(view) {
      const isOn = wrapping.get(view.state) === EditorView.lineWrapping
      view.dispatch({ effects: wrapping.reconfigure(isOn ? [] : EditorView.lineWrapping) })
      language.say(isOn ? 'Long lines scroll.' : 'Long lines wrap.')
      return true
    },
    undo,
    redo,
  }
}

/** The keys of all tools. */
export function toolKeys(commands: Readonly<Record<ToolName, Command>>): readonly KeyBinding[] {
  return tools.map(({ name, key, mac }) => ({
    key,
    ...(mac !== undefined && { mac }),
    run: commands[name],
    preventDefault: true,
  }))
}

/** Fetches the formatter on demand; what doesn't parse is told, and left as it is. */
function formatting(language: Language): Command {
  return (view) => {
    const { doc, selection } = view.state
    const before = doc.toString()
    import('./format-code.ts')
      .then(({ formatCode }) => formatCode(before, selection.main.head))
      .then(
        ({ text, cursor }) => {
          if (view.state.doc !== doc) return
          if (text === before) return language.say('Already formatted.')
          view.dispatch({
            changes: changeBetween(before, text),
            selection: { anchor: cursor },
            annotations: isolateHistory.of('full'),
            userEvent: 'format',
          })
          language.say('Formatted.')
        },
        (error: unknown) => language.say(whyNot(error)),
      )
    return true
  }
}

function whyNot(error: unknown): string {
  const { loc } = error as { readonly loc?: { readonly start?: { readonly line: number } } }
  return loc?.start === undefined
    ? 'The formatter couldn’t be loaded. Are you offline? Try again.'
    : `Not formatted: line ${loc.start.line} doesn’t parse yet.`
}
