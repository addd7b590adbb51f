import type { z } from 'astro/zod'
import type { QuestionBase } from '#learning/quiz/base.schema.ts'
import { chooseManySchema } from './choose-many.schema.ts'
import { chooseOneSchema } from './choose-one.schema.ts'
import { clickSchema } from './click.schema.ts'
import { fixCellSchema } from './fix-cell.schema.ts'
import { leafSchema } from './leaf.schema.ts'
import { numberSchema } from './number.schema.ts'
import { orderSchema } from './order.schema.ts'
import { placePointsSchema } from './place-points.schema.ts'
import { predictRunSchema } from './predict-run.schema.ts'
import { shortTextSchema } from './short-text.schema.ts'

const all = [
  ...[chooseOneSchema, chooseManySchema, numberSchema, leafSchema, shortTextSchema],
  ...[orderSchema, clickSchema, predictRunSchema, placePointsSchema, fixCellSchema],
]

/** The strict schema of each kind of question, as an author writes it, by the kind's name. For the build alone. */
export const schemas: ReadonlyMap<string, z.ZodType<QuestionBase>> = new Map(
  all.map((schema) => [schema.shape.kind.value, schema]),
)
