import { OpenFile } from '#links/open-file.tsx'
import { fileName, saveFile } from '#links/save-file.ts'
import { linkLimits, standsAlone, type PlanLink } from '#links/plan-link.ts'
import type { Plan } from '#engine/core/types.ts'
import { grouped } from '#figures/quantity.ts'
import { MakePanel } from './make-panel.tsx'
import type { ComponentChildren } from 'preact'

interface Props {
  readonly link: PlanLink | undefined
  readonly title: string
  /** The plan as a file. */
  readonly file: () => string | undefined
  readonly onFile: (text: string) => void
  /** The run's plan, where a challenge can be made of it. */
  readonly plan?: Plan
  readonly children?: ComponentChildren
}

/** How the run leaves the page, and how another one comes in. */
export function SharePanel({ link, title, file, onFile, plan, children }: Props) {
  return (
    <section class="bench-panel bench-share" aria-labelledby="bench-share">
      <h3 id="bench-share">Share this run</h3>
      <p class="soft" data-link-length>
        {lengthWords(link)}
      </p>
      <p class="bench-row">
        <button
          type="button"
          class="button"
          onClick={() => {
            const text = file()
            if (text !== undefined) saveFile(`${fileName(title, 'run')}.json`, text, 'application/json')
          }}
        >
          Save as a file
        </button>
        <OpenFile kind="bench-open-file" onFile={(file) => void file.text().then(onFile)} />
      </p>
      {plan !== undefined && <MakePanel plan={plan} />}
      {children}
    </section>
  )
}

/** What a reader is told of a link while it's made. */
function lengthWords(link: PlanLink | undefined): string {
  if (link === undefined) return 'Making the link…'
  if (!link.ok) return link.message
  const length = link.fragment.length - 1
  const long = `The link is ${grouped(length)} characters long; at most ${grouped(linkLimits.characters)} are read.`
  return length <= standsAlone ? long : `${long} Some messengers cut links of more than 2,000.`
}
