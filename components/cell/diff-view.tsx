import { diffLines } from 'diff'

/** The lines by which two texts differ, with signs before them: what colour says is said by the sign too. */
export function DiffView({ before, after }: { before: string; after: string }) {
  return (
    <pre class="cell-diff" tabIndex={0} aria-label="What you changed, line by line">
      {diffLines(`${before}\n`, `${after}\n`).map(({ value, added, removed }, index) =>
        value
          .replace(/\n$/, '')
          .split('\n')
          .map((line, number) => (
            <span key={`${index}-${number}`} class={added ? 'added' : removed ? 'removed' : 'same'}>
              {added ? '+ ' : removed ? '− ' : '  '}
              {line}
              {'\n'}
            </span>
          )),
      )}
    </pre>
  )
}
