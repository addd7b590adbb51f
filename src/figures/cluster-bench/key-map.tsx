import type { ComponentChildren } from 'preact'

const rows: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['→', '←'], 'one step forward, one step back'],
  [['Home', 'End'], 'to the start, to the end'],
  [['Space'], 'play, pause (on a button: press it)'],
  [['Tab', 'Enter'], 'to the next control, and press it'],
  [['Ctrl Z', 'Ctrl Y'], 'undo the last change, redo it (Mac: ⌘ Z, ⇧ ⌘ Z)'],
]

/** All keys of the bench, in one place. A key belongs to a field while it's typed in. */
export function KeyMap(): ComponentChildren {
  return (
    <details class="fold bench-fold bench-key-map">
      <summary>Keys</summary>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        They work while something in the playground has the focus. In a text field, the keys type as usual.
        Every node, message and step of the picture has a button too: the node’s letter, the messages below
        the picture, the rows of the text version.
      </p>
    </details>
  )
}
