import { LinkControls } from '#figures/link/controls.tsx'
import { Race } from '#figures/link/race.tsx'
import { counted, grouped } from '#figures/quantity.ts'
import { Choice } from '#figures/controls/choice.tsx'
import type { Hanging } from './rows.ts'
import type { RowsSession } from './rows-session.ts'

interface Props {
  readonly id: string
  readonly session: RowsSession
  readonly alive: boolean
}

/** Rows shown for editing at once: all of a small tree, else the one picked and those that were found. */
const rowsShown = 8

/** The rows of both replicas, to write in. */
export function RowEditor({ id, session, alive }: Props) {
  const { rows } = session.given.value
  const count = rows[0].length
  const isSmall = count <= rowsShown
  const listed = isSmall
    ? rows[0].map((_, index) => index)
    : [...new Set([session.picked.value, ...session.found.value])].slice(0, rowsShown)
  return (
    <div class="merkle-rows">
      {!isSmall && (
        <p class="merkle-pick">
          <label for={`${id}-pick`}>Edit row</label>{' '}
          <input
            id={`${id}-pick`}
            type="number"
            min="1"
            max={count}
            value={session.picked.value + 1}
            onInput={(event) => {
              const index = Math.round(Number(event.currentTarget.value)) - 1
              if (index >= 0 && index < count) session.picked.value = index
            }}
          />{' '}
          of {grouped(count)}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">
              <span class="node node-A">A</span>
            </th>
            <th scope="col">
              <span class="node node-B">B</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((index) => (
            <tr key={index}>
              <th scope="row">{grouped(index + 1)}</th>
              {([0, 1] as const).map((side) => (
                <td key={side}>
                  <input
                    type="text"
                    aria-label={`Row ${index + 1} of ${side === 0 ? 'A' : 'B'}`}
                    value={rows[side][index]}
                    placeholder="(nothing)"
                    autocomplete="off"
                    spellcheck={false}
                    readOnly={!alive}
                    onInput={(event) => session.write(side, index, event.currentTarget.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isSmall && rows[1].includes('') && (
        <Choice
          id={`${id}-hanging`}
          label="List B’s rows"
          value={session.hanging.value}
          alive={alive}
          onChange={(value) => {
            session.hanging.value = value as Hanging
            session.asked.value = 0
          }}
          options={[
            ['address', 'by key: a missing row leaves an empty leaf'],
            ['line', 'by position: B’s rows move up'],
            ['padded', 'by position, with the last one counted as empty'],
          ]}
        />
      )}
    </div>
  )
}

/** Everything else that can be set, unfolded in place. */
export function RowControls({ id, session, alive }: Props) {
  const { chosen, depth, missing, link } = session
  return (
    <div class="merkle-controls">
      <div class="merkle-settings">
        <Choice
          id={`${id}-rows`}
          label="Rows"
          value={chosen.value}
          alive={alive}
          onChange={(value) => void session.choose(value as 'data-d' | 'row-3' | 'slips')}
          options={[
            ['data-d', 'Data A to Data D'],
            ['row-3', 'Tonight’s four slips'],
            ['slips', 'Many rows'],
          ]}
        />
        {chosen.value === 'slips' && (
          <Choice
            id={`${id}-depth`}
            label="Depth"
            value={String(depth.value)}
            alive={alive}
            onChange={(value) => void session.choose('slips', Number(value))}
            options={Array.from({ length: 14 }, (_, above) => above + 2).map((deep) => [
              String(deep),
              `${deep}: ${grouped(2 ** deep)} rows`,
            ])}
          />
        )}
        {chosen.value === 'slips' && (
          <Choice
            id={`${id}-missing`}
            label="B is missing"
            value={String(missing.value)}
            alive={alive}
            onChange={(value) => session.lose(Number(value))}
            options={[0, 1, 2, 4, 8, 16, 64]
              .filter((count) => count <= 2 ** depth.value)
              .map((count) => [String(count), counted(count, 'row')])}
          />
        )}
      </div>
      {session.exchanges.value.length > 0 && (
        <Race exchanges={session.exchanges.value} link={link.value} isOver={session.done.value} />
      )}
      <LinkControls id={id} link={link.value} onChange={(next) => (link.value = next)} />
    </div>
  )
}
