import { ChooseManyFields, ChooseOneFields } from './choose.tsx'
import { ClickFields } from './click.tsx'
import type { Form } from './form.ts'
import { LeafFields } from './leaf.tsx'
import { OrderFields } from './order.tsx'
import { PlacePointsFields } from './place-points.tsx'
import { NumberFields, ShortTextFields } from './typed.tsx'

/** A kind's form, whatever its data and its answers are. */
export const form = (Fields: unknown, showsReasons = false): Form => ({
  Fields: Fields as Form['Fields'],
  showsReasons,
})

/**
 * The forms that need nothing but a page. Those that play a run or run code need the site's figures and its sandbox, which
 * no package for a learning platform brings along.
 */
export const portableForms: ReadonlyMap<string, Form> = new Map([
  ['choose-one', form(ChooseOneFields, true)],
  ['choose-many', form(ChooseManyFields, true)],
  ['number', form(NumberFields)],
  ['short-text', form(ShortTextFields)],
  ['leaf', form(LeafFields)],
  ['order', form(OrderFields)],
  ['click', form(ClickFields)],
  ['place-points', form(PlacePointsFields)],
])
