import { useEffect, useState } from 'preact/hooks'
import { PrintedCode } from '#components/cell/printed-code.tsx'
import type { Stretch } from '#components/cell/syntax.ts'
import { type MadeChallenge, readMadeLink } from '#links/challenge-link.ts'
import { shortHash } from '#text/fnv.ts'
import ChallengeIsland from './challenge-island.tsx'

interface Props {
  readonly cells: string
  readonly runtime: readonly string[]
  readonly page: string
  /** Where challenges are made. */
  readonly playground: string
}

interface Opened {
  readonly made: MadeChallenge
  /** The plan as code to change. */
  readonly starter: readonly Stretch[]
  /** Tells one made challenge from another. */
  readonly id: string
}

/** A challenge that came with the link: read, shown, and never run by itself. */
export default function MadeIsland({ cells, runtime, page, playground }: Props) {
  const [opened, setOpened] = useState<Opened>()
  const [say, setSay] = useState('')

  useEffect(() => {
    const read = () => {
      void openMade(location.hash).then((found) => {
        setOpened(typeof found === 'string' ? undefined : found)
        setSay(typeof found === 'string' ? found : '')
      })
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])

  if (opened === undefined)
    return (
      <div data-made="none">
        <p class="challenge-none" role="status">
          {say === '' ? 'Reading the link…' : say}
        </p>
        <p>
          <a href={playground}>Make a challenge in the playground</a>
        </p>
      </div>
    )
  const { made, starter, id } = opened
  return (
    <section data-made={id}>
      <p class="challenge-goal">
        {made.goal === '' ? 'Change the plan so that every run shows what is asked.' : made.goal}
      </p>
      <p>
        In every run, “{made.check}” has to {made.says === 'holds' ? 'hold' : 'be broken'}.{' '}
        {made.keeps
          ? 'The plan’s own operations and faults have to stay; settings, levels and further entries are yours.'
          : 'Anything in the plan may change.'}{' '}
        A reader made this challenge, and nothing of it has been run yet.
      </p>
      <ChallengeIsland
        key={id}
        id={`made-${id}`}
        version={1}
        hints={made.hints ?? []}
        hasSolution={false}
        hash={id}
        cells={cells}
        runtime={runtime}
        page={page}
        given={{ goal: goalText(made) }}
        code={
          <pre class="cell-pre" tabIndex={0} aria-label="Code to change">
            <code>
              <PrintedCode pieces={starter} />
            </code>
          </pre>
        }
      />
    </section>
  )
}

async function openMade(fragment: string): Promise<Opened | string> {
  const read = await readMadeLink(fragment)
  if (!read.ok)
    return read.isAbsent
      ? 'There’s no challenge in this address. Ask the sender for the whole link.'
      : read.message
  try {
    // A link without a challenge doesn't need these two.
    const [{ planCode }, { stretches }] = await Promise.all([
      import('#figures/cluster-bench/plan-code.ts'),
      import('#components/cell/syntax.ts'),
    ])
    const starter = stretches(asAnswer(planCode(read.made.plan)))
    return { made: read.made, starter, id: shortHash(JSON.stringify(read.made)) }
  } catch {
    return 'The plan of this challenge can’t be run: something in it isn’t what its system expects. Ask the sender for a new link.'
  }
}

/** The code of a plan as an answer: its scenario handed over instead of shown. */
function asAnswer(code: string): string {
  return code
    .replace(/^import \{ (.*) \} from 'engine'$/m, (_, names: string) => {
      const kept = names.split(', ').filter((name) => name !== 'run' && name !== 'show')
      return `import { ${kept.join(', ')} } from 'engine'`
    })
    .replace(/^const scenario/m, 'export const scenario')
    .replace(/\n*^show\(.*$/m, '')
    .trimEnd()
}

/** The goal as the text of a cell: plain data, whatever the link held. */
function goalText({ check, says, keeps, plan: { system, ops, faults } }: MadeChallenge): string {
  const goal = { check, says, keeps, plan: { system, ops, faults } }
  return `export const goal = JSON.parse(${JSON.stringify(JSON.stringify(goal))})`
}
