import { useEffect, useRef, useState } from 'preact/hooks'
import { forgetAll, keepAll, lookUp } from './keep.ts'
import type { Kept } from './keep.ts'

type State =
  | { readonly is: 'looking' | 'unable' | 'away' }
  | { readonly is: 'known'; readonly kept: Kept; readonly said: string }
  | { readonly is: 'keeping'; readonly kept: Kept; readonly done: number; readonly of: number }

/** Keeps the whole course in this browser: its size first, then how far it is, then which version is kept. */
export default function OfflineIsland({ base }: { readonly base: string }) {
  const [state, setState] = useState<State>({ is: 'looking' })
  const stop = useRef(new AbortController())
  const look = (said = '') =>
    lookUp(base).then(
      (kept) => setState({ is: 'known', kept, said }),
      () => setState({ is: 'away' }),
    )
  useEffect(() => {
    if (!('caches' in window) || !('serviceWorker' in navigator)) setState({ is: 'unable' })
    else void look()
  }, [])
  const keep = (kept: Kept) => {
    stop.current = new AbortController()
    setState({ is: 'keeping', kept, done: 0, of: kept.offered.files.length })
    keepAll(
      base,
      kept.offered,
      (done, of) => setState({ is: 'keeping', kept, done, of }),
      stop.current.signal,
    ).then(
      () => look('Saved. You can go offline now.'),
      () =>
        look(
          stop.current.signal.aborted
            ? 'Stopped. What was loaded so far is saved; start again to get the rest.'
            : 'It stopped because the network failed or the disk is full. What was loaded so far is saved; try again to continue.',
        ),
    )
  }
  switch (state.is) {
    case 'looking':
      return <p class="hint">Loading what’s saved…</p>
    case 'unable':
      return <p>This browser can’t keep a site for offline use, or it isn’t served securely.</p>
    case 'away':
      return (
        <p role="status">
          You’re offline, and the course isn’t saved here. What you’ve read before still opens.
        </p>
      )
    case 'keeping':
      return (
        <div role="status">
          <p>
            {state.done} of {state.of} files
          </p>
          <progress max={state.of} value={state.done} aria-label="Files saved" />
          <p>
            <button class="button" type="button" onClick={() => stop.current.abort()}>
              Stop
            </button>
          </p>
        </div>
      )
    case 'known':
      return (
        <Known
          kept={state.kept}
          said={state.said}
          keep={keep}
          forget={() => void forgetAll().then(() => look('Removed.'))}
        />
      )
  }
}

interface KnownProps {
  readonly kept: Kept
  readonly said: string
  keep(kept: Kept): void
  forget(): void
}

function Known({ kept, said, keep, forget }: KnownProps) {
  const { offered, version } = kept
  const size = `${(offered.bytes / 1e6).toFixed(0)} MB`
  const isCurrent = version === offered.version
  return (
    <div data-kept={version === undefined ? 'nothing' : isCurrent ? 'current' : 'older'}>
      <p>
        {version === undefined &&
          `The whole course is ${offered.files.length} files, ${size} before compression.`}
        {version !== undefined && isCurrent && `The whole course is saved here, version ${version}.`}
        {version !== undefined &&
          !isCurrent &&
          `Version ${version} is saved here; version ${offered.version} is available.`}
      </p>
      <p class="review-files">
        {!isCurrent && (
          <button class="button main" type="button" onClick={() => keep(kept)}>
            {version === undefined ? 'Keep the whole course' : 'Update'}
          </button>
        )}
        {version !== undefined && (
          <button class="button" type="button" onClick={forget}>
            Remove it
          </button>
        )}
      </p>
      <p role="status">{said}</p>
    </div>
  )
}
