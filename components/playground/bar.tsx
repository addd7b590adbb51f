import { OpenFile } from '#links/open-file.tsx'
interface Props {
  /** The cells aren't known yet. */
  readonly isLoading: boolean
  readonly isEmpty: boolean
  readonly isStarting: boolean
  readonly onNew: () => void
  readonly onStart: () => void
  readonly onCopyAll: () => void
  readonly onSaveAll: () => void
  readonly onFile: (file: File) => void
}

/** What can be done with the page as a whole. */
export function Bar({ isLoading, isEmpty, isStarting, ...on }: Props) {
  const isBare = isLoading || isEmpty
  return (
    <div class="playground-row playground-bar">
      <button type="button" class="button main" disabled={isLoading} onClick={on.onNew}>
        New cell
      </button>
      <button
        type="button"
        class="button"
        aria-expanded={isStarting || isEmpty}
        disabled={isBare}
        onClick={on.onStart}
      >
        Examples and lessons
      </button>
      <button type="button" class="button" disabled={isBare} onClick={on.onCopyAll}>
        Copy a link to all
      </button>
      <button type="button" class="button" disabled={isBare} onClick={on.onSaveAll}>
        Save all as a file
      </button>
      <OpenFile kind="playground-file" onFile={on.onFile} />
    </div>
  )
}
