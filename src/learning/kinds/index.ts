import type { Kind } from '#learning/quiz/kind.ts'
import { chooseMany } from './choose-many.ts'
import { chooseOne } from './choose-one.ts'
import { leaf } from './leaf.ts'
import { number } from './number.ts'
import { shortText } from './short-text.ts'

// The one place where the types of the kinds are forgotten: each record still agrees with itself.
const all = [chooseOne, chooseMany, number, leaf, shortText] as unknown as readonly Kind[]

/** Every kind of question by its name. A new kind is a new file and one name in the list above. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.kind, kind]))
