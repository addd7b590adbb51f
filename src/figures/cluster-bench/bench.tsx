import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { CodePanel, type CodeCell } from './code-panel.tsx'
import { Copies } from './copies.tsx'
import type { OfferedSystem } from './empty.ts'
import { BenchFrame } from './frame.tsx'
import type { KeptName } from './gallery.tsx'
import { Notices } from './notices.tsx'
import { usePanels } from './panels.tsx'
import { SearchPanel } from './search-panel.tsx'
import { present } from './session.ts'
import { SetupPanel } from './setup-panel.tsx'
import { SharePanel } from './share-panel.tsx'
import { Legend } from './legend.tsx'
import { StartPanel } from './start-panel.tsx'
import { type First, type Playground, usePlayground } from './use-playground.ts'
import { useKeptPlans } from './kept-plans.ts'
import { LinkTools, useCopying } from './link-tools.tsx'

/** What the page gives to the playground. */
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
  const bench = usePlayground(first, keptPlan)
  const [panel, setPanel] = useState<Panel>()
  const { verdicts, branches, compared, entries } = usePanels(bench)
  const branch = present(bench.session)
  const copying = useCopying(bench, () => setPanel('share'))
  const tab = (one: Panel, text: string) => (
    <button
      type="button"
      class="button"
      aria-expanded={panel === one}
      disabled={branch === undefined}
      onClick={() => setPanel((open) => (open === one ? undefined : one))}
    >
      {text}
    </button>
  )

  async function openKept(chosen: string): Promise<void> {
    try {
      const plan = await keptPlan(chosen)
      const named = kept.find((one) => one.id === chosen)
      await bench.openKept(plan, named === undefined ? chosen : `${named.group}: ${named.name}`, chosen)
    } catch {
      bench.say({ kind: 'trouble', text: 'The examples couldn’t be loaded. Are you offline? Try again.' })
    }
  }

  return (
    <BenchFrame
      id={id}
      bench={bench}
      tool="ask"
      root={{ 'data-fragment': bench.link?.ok ? bench.link.fragment : undefined }}
      title={<h2 class="title">{bench.title || (branch?.name ?? first.name)}</h2>}
      before={[tab('start', 'New…'), tab('setup', 'Set-up…')]}
      after={
        <>
          {tab('search', 'Search for a failure')}
          {tab('code', 'As code')}
          {tab('share', 'Share')}
          <LinkTools bench={bench} isReady={branch !== undefined} onCopy={() => void copying.copy()} />
        </>
      }
      above={
        <>
          <Notices bench={bench} saying={copying.saying} address={copying.address} />
          {panel === 'start' && (
            <StartPanel
              kept={kept}
              onKept={(chosen) => void openKept(chosen).then(() => setPanel(undefined))}
              systems={systems}
              onEmpty={(setting, name) => void bench.openEmpty(setting, name).then(() => setPanel(undefined))}
            />
          )}
          <OfRun bench={bench} panel={panel} loadCell={loadCell} />
        </>
      }
      side={[verdicts, branches, compared]}
      below={
        branch && (
          <>
            <Copies outline={branch.played.outline} at={branch.at} />
            {entries}
            <Legend />
          </>
        )
      }
    >
      {children}
    </BenchFrame>
  )
}

interface OfRunProps {
  readonly bench: Playground
  readonly panel: Panel | undefined
  readonly loadCell: BenchProps['loadCell']
}

/** The panel that is open about the run that is shown. */
function OfRun({ bench, panel, loadCell }: OfRunProps) {
  const branch = present(bench.session)
  const played = branch?.played
  const search = useMemo(
    () =>
      played && (
        <SearchPanel
          plan={played.plan}
          broken={played.verdicts.flatMap(({ check, result }) => (result === 'broken' ? [check] : []))}
          onFound={(plan, name) => void bench.found(plan, name)}
        />
      ),
    [played],
  )
  if (branch === undefined || played === undefined) return null
  return (
    <>
      {panel === 'setup' && (
        <SetupPanel
          key={branch.id}
          plan={played.plan}
          traits={played.traits}
          disabled={bench.isBusy}
          onReset={(to) => void bench.reset(to)}
        />
      )}
      <div hidden={panel !== 'search'}>{search}</div>
      {panel === 'code' && <CodePanel played={played} service={bench.service} loadCell={loadCell} />}
      {panel === 'share' && (
        <SharePanel
          link={bench.link}
          title={bench.title}
          file={bench.file}
          onFile={(text) => void bench.openFile(text)}
          plan={played.plan}
        />
      )}
    </>
  )
}
