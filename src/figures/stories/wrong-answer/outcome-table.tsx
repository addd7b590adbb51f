import { causes, experiments, tellsApart, type Outcome } from './causes.ts'

/** Every experiment in every world; which one tells the four apart. */
export function OutcomeTable({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const cell = (cause: string, experiment: string) =>
    outcomes.find((one) => one.cause === cause && one.experiment === experiment)?.shows
  return (
    <div class="wrong-answer-table" role="region" aria-label="What each experiment shows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">cause</th>
            {experiments.map(({ id, name }) => (
              <th scope="col" class={tellsApart(outcomes, id) ? 'decides' : ''}>
                {name}
                {tellsApart(outcomes, id) && <em> (tells all four apart)</em>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {causes.map(({ id, name }) => (
            <tr>
              <th scope="row">{name}</th>
              {experiments.map((experiment) => (
                <td class={tellsApart(outcomes, experiment.id) ? 'decides' : ''}>
                  {cell(id, experiment.id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
