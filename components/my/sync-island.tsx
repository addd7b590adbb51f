import { useRef, useState } from 'preact/hooks'
import { codesOf, readCode } from '#learning/sync/codes.ts'
import type { Read } from '#learning/sync/codes.ts'
import { syncKeyOf } from '#learning/sync/key.ts'
import { opening, receive, sideOf } from '#learning/sync/session.ts'
import type { Side, Step } from '#learning/sync/session.ts'
import { differenceOf } from '#learning/sync/symbols.ts'
import type { StoredEvent } from '#learning/event.ts'
import { listed } from '#text/lists.ts'
import { counted } from '#text/numbers.ts'
import { CodeShown } from './code-shown.tsx'
import { eventText } from './event-text.ts'
import { leafCounts, leafOf, LogTree } from './log-trees.tsx'
import { Scanner } from './scanner.tsx'
import { useLog } from './use-log.ts'
import type { Log } from './use-log.ts'

/** Two devices, no server: each shows codes and reads the other's, until both logs are the same. */
export default function SyncIsland({ backupPage }: { readonly backupPage: string }) {
  const log = useLog()
  return log === undefined ? (
    <p class="hint">Loading your log…</p>
  ) : (
    <Sync log={log} backupPage={backupPage} />
  )
}

function Sync({ log, backupPage }: { readonly log: Log; readonly backupPage: string }) {
  const side = useRef<Side>(sideOf(log.events))
  const [shown, setShown] = useState<readonly string[]>()
  const [waiting, setWaiting] = useState<Read & { readonly is: 'waiting' }>()
  const [step, setStep] = useState<Step>()
  const [said, setSaid] = useState('')

  const begin = () => {
    side.current = sideOf(log.events)
    setShown(codesOf(opening(side.current)))
    setSaid('')
  }
  const hear = async (text: string) => {
    const read = readCode(text, waiting)
    if (read.is === 'wrong') return setSaid(wrongs[read.why])
    if (read.is === 'waiting') {
      setWaiting(read)
      return setSaid(`${partsInWords([...read.parts.keys()])} of ${read.of} scanned. Show the next one.`)
    }
    setWaiting(undefined)
    if (step === undefined) side.current = sideOf(log.events)
    const next = receive(side.current, read.message)
    side.current = next.side
    setStep(next)
    if (next.gained.length > 0) await log.learner.add(next.gained)
    setShown(next.reply && codesOf(next.reply))
    setSaid(wordsOf(next))
  }
  return (
    <>
      <p role="status" class="sync-said">
        {said}
      </p>
      {shown ? (
        <CodeShown codes={shown} />
      ) : (
        step === undefined && (
          <p>
            <button class="button main" type="button" onClick={begin}>
              Show my first code
            </button>{' '}
            <span class="hint">Then read it with the other device, on this same page.</span>
          </p>
        )
      )}
      <Scanner hear={(text) => void hear(text)} />
      {step && <Difference events={log.events} side={side.current} gained={step.gained} />}
      {step?.isTooMuch && (
        <p>
          <a href={backupPage}>Move everything by a file instead</a>
        </p>
      )}
    </>
  )
}

const wrongs = {
  'no code': 'That isn’t one of this page’s codes. They begin with AE1.',
  newer: 'That code comes from a newer version of this site. Reload this page, then try again.',
  cut: 'That code is cut short: part of it is missing. Copy the whole text, or scan it again.',
  damaged: 'That code is damaged: it doesn’t match its own check. Copy or scan it again.',
} as const

/** "Part 2", "Parts 1 and 2". */
const partsInWords = (parts: readonly number[]): string =>
  `${parts.length === 1 ? 'Part' : 'Parts'} ${listed(parts.map(String))}`

function wordsOf({ gained, reply, awaits, sent, isTooMuch }: Step): string {
  if (isTooMuch) return 'The two devices differ too much to sync by code. Use a file instead.'
  if (awaits === 'symbols')
    return 'That’s not enough to find the differences. Show the other device this code.'
  const got = gained.length > 0 ? `${counted(gained.length, 'event')} arrived. ` : ''
  if (reply === undefined) return `${got}Both devices now hold the same log.`
  return `${got}Show the other device this code: it carries ${counted(sent, 'event')}${awaits === 'events' ? ' and asks for what’s missing here' : ''}.`
}

interface DifferenceProps {
  readonly events: readonly StoredEvent[]
  readonly side: Side
  readonly gained: readonly StoredEvent[]
}

/** What a sync is: anti-entropy of the reader's own log, drawn as two trees. */
function Difference({ events, side, gained }: DifferenceProps) {
  const here = side.events.map(({ id }) => syncKeyOf(id))
  const found = side.heard.length > 0 ? differenceOf(here, side.heard) : undefined
  const onlyHere = new Set(found?.onlyHere.map(({ high, low }) => `${high} ${low}`))
  const there = found && [
    ...here.filter(({ high, low }) => !onlyHere.has(`${high} ${low}`)),
    ...found.onlyThere,
  ]
  const differing = new Set([...(found?.onlyHere ?? []), ...(found?.onlyThere ?? [])].map(leafOf))
  const named =
    gained.length > 0
      ? gained
      : events.filter(({ id }) => {
          const { high, low } = syncKeyOf(id)
          return onlyHere.has(`${high} ${low}`)
        })
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">What differs</h2>
      <p>
        This is what the lessons call anti-entropy: two replicas compare what they hold, and each sends only
        what the other is missing. Your log is the data, and your devices are the nodes.
      </p>
      {there && (
        <>
          <LogTree title="This device" differing={differing} counts={leafCounts(here)} />
          <LogTree title="The other device" differing={differing} counts={leafCounts(there)} />
        </>
      )}
      {named.length > 0 && (
        <>
          <h3>{gained.length > 0 ? 'Arrived on this device' : 'Missing on the other device'}</h3>
          <ul class="sync-missing">
            {named.slice(0, 60).map((event) => (
              <li key={event.id}>{eventText(event)}</li>
            ))}
          </ul>
          {named.length > 60 && <p>… and {named.length - 60} more.</p>}
        </>
      )}
    </section>
  )
}
