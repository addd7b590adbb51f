import type { Kind } from '#learning/quiz/kind.ts'
import { chooseMany } from './choose-many.ts'
import { chooseOne } from './choose-one.ts'
import { click } from './click.ts'
import { fixCell } from './fix-cell.ts'
import { leaf } from './leaf.ts'
import { number } from './number.ts'
import { order } from './order.ts'
import { placePoints } from './place-points.ts'
import { predictRun } from './predict-run.ts'
import { shortText } from './short-text.ts'

// The one place where the types of the kinds are forgotten: each record still agrees with itself.
const all = [
  ...[chooseOne, chooseMany, number, leaf, shortText],
  ...[order, click, predictRun, placePoints, fixCell],
] as unknown as readonly Kind[]

/** Every kind of question by its name. A new kind is a new file and one name in the list above. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.kind, kind]))
