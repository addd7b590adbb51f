/** What an editor can be asked to do, by a key or by a button. */
export type ToolName =
  | 'complete'
  | 'explain'
  | 'signature'
  | 'definition'
  | 'nextProblem'
  | 'format'
  | 'find'
  | 'comment'
  | 'nextMatch'
  | 'wrap'
  | 'undo'
  | 'redo'

interface Tool {
  readonly name: ToolName
  /** What its button says. */
  readonly words: string
  /** The key as CodeMirror names it; Mod is Cmd on a Mac and Ctrl elsewhere. */
  readonly key: string
  readonly mac?: string
}

/** In the order in which they're told. */
export const tools: readonly Tool[] = [
  { name: 'complete', words: 'Complete', key: 'Ctrl-Space' },
  { name: 'explain', words: 'Explain the name at the cursor', key: 'F2' },
  { name: 'signature', words: 'Show what this call takes', key: 'Ctrl-Shift-Space' },
  { name: 'definition', words: 'Go to the definition', key: 'F12' },
  { name: 'nextProblem', words: 'Go to the next problem', key: 'F8' },
  { name: 'format', words: 'Format', key: 'Shift-Alt-f' },
  { name: 'find', words: 'Find and replace', key: 'Mod-f' },
  { name: 'comment', words: 'Comment the line', key: 'Mod-/' },
  { name: 'nextMatch', words: 'Select the next match too', key: 'Mod-d' },
  { name: 'wrap', words: 'Wrap long lines', key: 'Alt-z' },
  { name: 'undo', words: 'Undo', key: 'Mod-z' },
  { name: 'redo', words: 'Redo', key: 'Mod-y', mac: 'Mod-Shift-z' },
]

/** The keys of a tool as they stand on the keyboard: `Ctrl`, `Shift`, `F`. */
export function shortcutOf({ key, mac }: Tool, isMac: boolean): readonly string[] {
  const mod = isMac ? 'Cmd' : 'Ctrl'
  return (isMac && mac !== undefined ? mac : key)
    .split('-')
    .map((part) => (part === 'Mod' ? mod : part.length === 1 ? part.toUpperCase() : part))
}
