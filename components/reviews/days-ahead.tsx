import { percentText } from '#figures/quantity.ts'
import { calibrationOf, fewestReviews } from '#learning/schedule/calibration.ts'
import { forecast } from '#learning/schedule/queue.ts'
import { counted } from '#text/numbers.ts'
import { readClock } from './use-reviews.ts'
import type { Deck } from './use-reviews.ts'

/** What the next two weeks hold, and how accurate the schedule has been. */
export function Ahead({ deck }: { readonly deck: Deck }) {
  const standings = [...deck.reviews.standings.values()]
  const days = forecast(standings, readClock(), 14)
  const most = Math.max(1, ...days)
  const calibration = calibrationOf(deck.reviews.histories)
  return (
    <>
      <div class="table" tabIndex={0} role="group" aria-label="Cards that fall due">
        <table class="review-forecast">
          <caption>Cards that fall due</caption>
          <tbody>
            {days.map((count, day) => (
              <tr key={day}>
                <th scope="row">{day === 0 ? 'today' : day === 1 ? 'tomorrow' : `in ${day} days`}</th>
                <td>
                  <meter min={0} max={most} value={count} aria-hidden="true" /> {count}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {calibration ? (
        <>
          <p data-calibration={calibration.reviews}>
            Over {calibration.reviews} reviews of cards you’d already learned, the schedule expected you to
            recall {percentText(calibration.expected)}, and you recalled {percentText(calibration.recalled)}.
          </p>
          <table class="review-forecast">
            <caption>By the chance that the schedule gave you</caption>
            <tbody>
              {calibration.bins.map(({ expected, recalled, reviews }) => (
                <tr key={expected}>
                  <th scope="row">{percentText(expected)} expected</th>
                  <td>
                    {percentText(recalled)} recalled of {counted(reviews, 'review')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <p class="hint">
          After {fewestReviews} reviews of cards you’d already learned, this says how well the schedule’s
          guesses fit you.
        </p>
      )}
    </>
  )
}
