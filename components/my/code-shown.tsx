import encodeQR from 'qr'
import { useState } from 'preact/hooks'
import { copyRefused } from '#text/copying.ts'

/** Codes to scan, one at a time, each with its text to copy. */
export function CodeShown({ codes }: { readonly codes: readonly string[] }) {
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  const index = Math.min(at, codes.length - 1)
  const code = codes[index]!
  const matrix = encodeQR(code, 'raw', { ecc: 'low', border: 2 })
  const path = matrix
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <section
      class="sync-code"
      aria-label={`Code ${index + 1} of ${codes.length}`}
      data-sync-codes={codes.length}
    >
      <svg
        viewBox={`0 0 ${matrix.length} ${matrix.length}`}
        role="img"
        aria-label="A QR code for the other device"
      >
        <path d={path} fill="#000" shape-rendering="crispEdges" />
      </svg>
      {codes.length > 1 && (
        <p>
          <button class="button" type="button" disabled={index === 0} onClick={() => setAt(index - 1)}>
            Previous code
          </button>{' '}
          Code {index + 1} of {codes.length}{' '}
          <button
            class="button"
            type="button"
            disabled={index === codes.length - 1}
            onClick={() => setAt(index + 1)}
          >
            Next code
          </button>
        </p>
      )}
      <label class="field">
        The same as text
        <textarea
          readOnly
          rows={4}
          data-sync-text
          value={code}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <p>
        <button
          class="button quiet"
          type="button"
          onClick={() =>
            navigator.clipboard.writeText(code).then(
              () => setSaid('Copied.'),
              () => setSaid(copyRefused()),
            )
          }
        >
          Copy the text
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </section>
  )
}
