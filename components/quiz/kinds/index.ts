import { ChooseManyFields, ChooseOneFields } from './choose.tsx'
import { ClickFields } from './click.tsx'
import { FixCellFields, settleFixCell } from './fix-cell.tsx'
import type { Form } from './form.ts'
import { LeafFields } from './leaf.tsx'
import { OrderFields } from './order.tsx'
import { PlacePointsFields } from './place-points.tsx'
import { PredictRunFields } from './predict-run.tsx'
import { NumberFields, ShortTextFields } from './typed.tsx'

const form = (Fields: unknown, showsReasons = false): Form => ({
  Fields: Fields as Form['Fields'],
  showsReasons,
})

/** How each kind of question is answered. A new kind is a line here and one in src/learning/kinds. */
export const forms: ReadonlyMap<string, Form> = new Map([
  ['choose-one', form(ChooseOneFields, true)],
  ['choose-many', form(ChooseManyFields, true)],
  ['number', form(NumberFields)],
  ['short-text', form(ShortTextFields)],
  ['leaf', form(LeafFields)],
  ['order', form(OrderFields)],
  ['click', form(ClickFields)],
  ['predict-run', form(PredictRunFields)],
  ['place-points', form(PlacePointsFields)],
  ['fix-cell', { ...form(FixCellFields), settle: settleFixCell }],
])
