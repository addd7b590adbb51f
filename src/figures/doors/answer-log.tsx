import { grouped } from '#figures/quantity.ts'
import { spanText } from './door-rows.tsx'
import { type Game, suspectCount } from './game.ts'
import { answerInWords } from './words.ts'

/** Every answer in words: the figure's text alternative. */
export function AnswerLog({ game }: { game: Game }) {
  return (
    <details class="doors-log fold">
      <summary>Text version: your questions ({game.answers.length})</summary>
      {game.answers.length === 0 ? (
        <p>Nothing yet. All {grouped(suspectCount(game))} rows are suspects.</p>
      ) : (
        <ol>
          {game.answers.map((answer, index) => (
            <li key={index} data-after={answer.after}>
              {answerInWords(answer, game.depth)}
            </li>
          ))}
        </ol>
      )}
      {game.answers.length > 0 && (
        <p>
          Suspects left: {game.suspects.map(spanText).slice(0, 8).join('; ')}
          {game.suspects.length > 8 && '; …'}
        </p>
      )}
    </details>
  )
}
