import type { BenchState } from './use-bench.ts'

interface Props {
  readonly bench: BenchState
  /** What a screen reader says of a link that was copied. */
  readonly saying: string
  /** The address, where the reader has to copy it by hand. */
  readonly address: string | undefined
}

/** What the reader is told above the picture. */
export function Notices({ bench: { notice, say }, saying, address }: Props) {
  return (
    <>
      <p class="bench-saying visually-hidden" role="status">
        {saying}
      </p>
      {notice !== undefined && (
        <p class={`bench-notice ${notice.kind}`} role="alert">
          <span>{notice.text}</span>
          <button type="button" class="button quiet" onClick={() => say(undefined)}>
            Close
          </button>
        </p>
      )}
      {address !== undefined && (
        <p class="bench-notice news">
          <span class="bench-field">
            <label for="bench-address">{saying}</label>
            <input
              id="bench-address"
              type="text"
              readOnly
              value={address}
              onFocus={(event) => event.currentTarget.select()}
            />
          </span>
        </p>
      )}
    </>
  )
}
