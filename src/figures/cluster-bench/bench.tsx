import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { Act } from './act.tsx'
import { Branches } from './branches.tsx'
import { CodePanel, type CodeCell } from './code-panel.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { Copies } from './copies.tsx'
import { Entries } from './entries.tsx'
import { Hand } from './hand.tsx'
import type { Held } from './tool.ts'
import { KeyMap } from './key-map.tsx'
import { onKey } from './keys.ts'
import { mostTitle } from '#links/plan-link.ts'
import { SearchPanel } from './search-panel.tsx'
import { SharePanel } from './share-panel.tsx'
import { canRedo, canUndo, present } from './session.ts'
import { SetupPanel } from './setup-panel.tsx'
import { Signs } from './signs.tsx'
import { Stage } from './stage.tsx'
import type { OfferedSystem } from './empty.ts'
import type { KeptName } from './gallery.tsx'
import { StartPanel } from './start-panel.tsx'
import { type First, useBench } from './use-bench.ts'
import { Verdicts } from './verdicts.tsx'

export interface BenchProps {
  readonly id: string
  /** The plan that is there when no link brings another. */
  readonly first: First
  readonly kept: readonly KeptName[]
  /** The systems that a reader can set up. */
  readonly systems: readonly OfferedSystem[]
  /** Address of the kept plans, by their ids. */
  readonly plans: string
  readonly loadCell?: (() => Promise<CodeCell>) | undefined
  /** What the build drew: it stays until the first run is there. */
  readonly children?: ComponentChildren
}

type Panel = 'start' | 'setup' | 'search' | 'code' | 'share'

/** A run with everything in reach: play it, break it at any moment, judge it, search, share it. */
export function Bench({ id, first, kept, systems, plans, loadCell, children }: BenchProps) {
  const keptPlan = useKeptPlans(plans)
  const bench = useBench(first, keptPlan)
  const { session, dispatch, notice } = bench
  const [held, setHeld] = useState<Held>({ tool: 'ask', node: undefined, message: undefined })
  const [panel, setPanel] = useState<Panel>()
  const [saying, setSaying] = useState('')
  const [address, setAddress] = useState<string>()
  const branch = present(session)

  useEffect(() => setAddress(undefined), [branch?.id, branch?.at])
  // What was pressed may be gone with the run it belonged to: who works by keys goes on from the tools.
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (isLost && session.branches.length > 1)
      document.getElementById('bench-hand')?.focus({ preventScroll: true })
  }, [branch?.id])

  async function openKept(chosen: string): Promise<void> {
    try {
      const plan = await keptPlan(chosen)
      const named = kept.find((one) => one.id === chosen)
      await bench.open(plan, named === undefined ? chosen : `${named.group}: ${named.name}`, chosen)
    } catch {
      bench.say({ kind: 'trouble', text: 'The examples couldn’t be loaded. Are you offline? Try again.' })
    }
  }

  async function copyLink(): Promise<void> {
    const link = await bench.makeLink()
    if (link === undefined) return
    if (!link.ok) {
      setPanel('share')
      return bench.say({ kind: 'trouble', text: link.say })
    }
    const whole = new URL(link.fragment, location.href).href
    try {
      await navigator.clipboard.writeText(whole)
      setSaying('The link is copied: it reopens this plan at this step.')
    } catch {
      // Where the browser does not allow copying, the reader copies by hand.
      setAddress(whole)
      setSaying('Copy this address: it reopens this plan at this step.')
    }
  }

  const panels = usePanels(bench, panel === 'search')
  const toggle = (one: Panel) => setPanel((open) => (open === one ? undefined : one))
  const tab = (one: Panel, text: string) => (
    <button
      type="button"
      class="button"
      aria-expanded={panel === one}
      disabled={branch === undefined}
      onClick={() => toggle(one)}
    >
      {text}
    </button>
  )

  return (
    <div
      class="bench-root"
      data-hash={branch?.played.outline.hash}
      data-fragment={bench.link?.ok ? bench.link.fragment : undefined}
      data-busy={bench.isBusy ? '' : undefined}
      onKeyDown={(event) => onKey(event, session, dispatch)}
    >
      <header>
        <h2 class="title">{bench.title || (branch?.name ?? first.name)}</h2>
        <div class="controls">
          {tab('start', 'New…')}
          {tab('setup', 'Set-up…')}
          <Act can={canUndo(session)} onAct={() => dispatch({ type: 'undo' })}>
            Undo
          </Act>
          <Act can={canRedo(session)} onAct={() => dispatch({ type: 'redo' })}>
            Redo
          </Act>
          {tab('search', 'Search for a failure')}
          {tab('code', 'As code')}
          {tab('share', 'Share')}
          <button
            type="button"
            class="button"
            disabled={branch === undefined}
            onClick={() => void copyLink()}
          >
            Copy link
          </button>
          <input
            type="text"
            class="bench-title"
            aria-label="Title, which travels in the link"
            placeholder="Title for the link"
            maxLength={mostTitle}
            value={bench.title}
            disabled={branch === undefined}
            onInput={({ currentTarget }) => bench.call(currentTarget.value)}
          />
        </div>
      </header>
      <p class="bench-saying visually-hidden" role="status">
        {saying}
      </p>
      {notice !== undefined && (
        <p class={`bench-notice ${notice.kind}`} role="alert">
          <span>{notice.text}</span>
          <button type="button" class="button quiet" onClick={() => bench.say(undefined)}>
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
      {panel === 'start' && (
        <StartPanel
          kept={kept}
          onKept={(chosen) => void openKept(chosen).then(() => setPanel(undefined))}
          systems={systems}
          onEmpty={(setting, name) => void bench.openEmpty(setting, name).then(() => setPanel(undefined))}
        />
      )}
      {panel === 'setup' && branch !== undefined && (
        <SetupPanel
          key={branch.id}
          plan={branch.played.plan}
          traits={branch.played.traits}
          disabled={bench.isBusy}
          onReset={(to) => void bench.reset(to)}
        />
      )}
      {panels?.search}
      {branch !== undefined && panel === 'code' && (
        <CodePanel played={branch.played} desk={bench.desk} loadCell={loadCell} />
      )}
      {branch !== undefined && panel === 'share' && (
        <SharePanel
          link={bench.link}
          title={bench.title}
          file={bench.file}
          onFile={(text) => void bench.openFile(text)}
          plan={branch.played.plan}
        />
      )}
      {branch === undefined ? (
        children
      ) : (
        <Stage
          id={id}
          branch={branch}
          session={session}
          dispatch={dispatch}
          held={held}
          onHold={setHeld}
          onEdit={(edit, at) => void bench.edit(edit, 0, at)}
          side={
            <>
              <Hand
                branch={branch}
                held={held}
                onHold={setHeld}
                onSeek={(index) => dispatch({ type: 'seek', index })}
                onEdit={(edit, waitMs, at) => void bench.edit(edit, waitMs, at)}
              />
              {panels?.verdicts}
              {panels?.branches}
              {panels?.compared}
            </>
          }
        >
          <Copies outline={branch.played.outline} at={branch.at} />
          {panels?.entries}
          <Signs />
          <KeyMap />
        </Stage>
      )}
    </div>
  )
}

/** The kept plans by their names, fetched once, when the first is asked for. */
function useKeptPlans(address: string): (id: string) => Promise<Plan | undefined> {
  const all = useRef<Promise<ReadonlyMap<string, Plan>>>()
  return async (id) => {
    all.current ??= fetchPlans(address)
    try {
      return (await all.current).get(id)
    } catch (error) {
      // Offline now isn't offline for good.
      all.current = undefined
      throw error
    }
  }
}

async function fetchPlans(address: string): Promise<ReadonlyMap<string, Plan>> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return new Map(Object.entries((await response.json()) as { readonly [id: string]: Plan }))
}

/** What does not follow the playhead: drawn once for each run, so that a step need not look at it. */
function usePanels(
  { session, dispatch, isBusy, found, strike, reseed, replace }: ReturnType<typeof useBench>,
  isSearching: boolean,
) {
  const branch = present(session)
  const played = branch?.played
  const search = useMemo(
    () =>
      played && (
        <div hidden={!isSearching}>
          <SearchPanel
            plan={played.plan}
            broken={played.verdicts.flatMap(({ check, result }) => (result === 'broken' ? [check] : []))}
            onFound={(plan, name) => void found(plan, name)}
          />
        </div>
      ),
    [played, isSearching],
  )
  const verdicts = useMemo(
    () =>
      played && (
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
  return branch === undefined ? undefined : { search, verdicts, branches, compared, entries }
}
