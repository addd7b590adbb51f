import { useEffect, useState } from 'preact/hooks'
import { reportAddress, reportText } from '#learning/report.ts'
import type { Report } from '#learning/report.ts'
import { issuesAddress } from '#site/issues-address.ts'
import { copyRefused } from '#text/copying.ts'

/** How a reader tells what is wrong with a question: a form of the site's keepers if they have one, else a copy. */
export function ReportIt({ id, version, seed, choice }: Report) {
  const [isAlive, setAlive] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setAlive(true), [])
  const report = { id, version, seed, choice }

  if (issuesAddress)
    return (
      <a href={reportAddress(issuesAddress, report)} rel="noreferrer" target="_blank" data-report>
        Report a problem<span class="visually-hidden"> (opens an issue form in a new tab)</span>
      </a>
    )
  if (!isAlive) return null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reportText(report))
      setSaid('Copied. Please send it to the authors of this course.')
    } catch {
      // Then it's there to be copied by hand.
      setSaid(copyRefused(`This is the report: ${reportText(report)}`))
    }
  }
  return (
    <>
      <button type="button" onClick={() => void copy()} data-report>
        Report a problem
      </button>
      <span role="status">{said}</span>
    </>
  )
}
