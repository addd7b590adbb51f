import { useMemo } from 'preact/hooks'
import { Branches } from './branches.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { Entries } from './entries.tsx'
import { present } from './session.ts'
import type { BenchState } from './use-bench.ts'
import { Verdicts } from './verdicts.tsx'

/**
 * What doesn't follow the playhead: drawn once for each run, so that a step needn't look at it. Verdicts are there only
 * where the bench's service can judge.
 */
export function usePanels({ service, session, dispatch, isBusy, strike, reseed, replace }: BenchState) {
  const branch = present(session)
  const played = branch?.played
  const verdicts = useMemo(
    () =>
      played &&
      service.can.judge && (
        <Verdicts
          played={played}
          lit={session.lit}
          onLight={(events) => dispatch({ type: 'light', events })}
          onSeek={(index) => dispatch({ type: 'seek', index })}
        />
      ),
    [played, session.lit],
  )
  const branches = useMemo(
    () => <Branches session={session} onVisit={(one) => dispatch({ type: 'visit', branch: one })} />,
    [session.branches.length, branch?.id],
  )
  const compared = useMemo(
    () => (
      <ComparePanel
        session={session}
        onShow={(index) => {
          dispatch({ type: 'seek', index })
          dispatch({ type: 'light', events: [index] })
        }}
      />
    ),
    [session.branches.length, branch?.id],
  )
  const entries = useMemo(
    () =>
      played && (
        <Entries
          plan={played.plan}
          disabled={isBusy}
          onStrike={(entry, name) => void strike(entry, name)}
          onSeed={(seed) => void reseed(seed)}
          onSave={(entry, name) => void replace(entry, name)}
          levels={played.traits.levels}
        />
      ),
    [played, isBusy],
  )
  return { verdicts, branches, compared, entries }
}
