import type { JobPickerData, PickerJob } from './jobs.ts'

interface JobPickerViewProps {
  readonly data: JobPickerData
  /** The job that's chosen; undefined before the first choice. */
  readonly chosen: string | undefined
  readonly onChoose?: (job: string) => void
}

/** Which store: choose a job, and read the choice, its reason and the exception. */
export function JobPickerView({ data, chosen, onChoose }: JobPickerViewProps) {
  const job = data.jobs.find(({ id }) => id === chosen)
  return (
    <div class="job-picker">
      <fieldset>
        <legend>{data.question}</legend>
        {data.jobs.map(({ id, job: name }) => (
          <label>
            <input
              type="radio"
              name={`${data.id}-job`}
              value={id}
              checked={id === chosen}
              disabled={onChoose === undefined}
              onChange={() => onChoose?.(id)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <div class="job-picker-choice" aria-live="polite">
        {job === undefined ? (
          <p>Choose one: the choice, its reason and its exception appear here.</p>
        ) : (
          <Choice job={job} />
        )}
      </div>
    </div>
  )
}

/** One choice in words. */
export function Choice({ job }: { readonly job: PickerJob }) {
  return (
    <>
      <p class="job-picker-answer">{job.choice}.</p>
      <p>
        <b>Why:</b> {job.reason}
      </p>
      <p>
        <b>Unless:</b> {job.exception}
      </p>
      {job.seen && (
        <p>
          <b>See it:</b> <a href={`#${job.seen.section}`}>{job.seen.words}</a>.
        </p>
      )}
      {job.sources && job.sources.length > 0 && (
        <p class="job-picker-sources">
          {job.sources.map(({ title, href }, at) => (
            <>
              {at > 0 && ', '}
              <a href={href}>{title}</a>
            </>
          ))}
        </p>
      )}
    </>
  )
}
