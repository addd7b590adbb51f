import { ChooseManyFields, ChooseOneFields } from '../../quiz/kinds/choose.tsx'
import { ClickFields } from '../../quiz/kinds/click.tsx'
import type { Form } from '../../quiz/kinds/form.ts'
import { LeafFields } from '../../quiz/kinds/leaf.tsx'
import { OrderFields } from '../../quiz/kinds/order.tsx'
import { PlacePointsFields } from '../../quiz/kinds/place-points.tsx'
import { NumberFields, ShortTextFields } from '../../quiz/kinds/typed.tsx'

type Portable = Pick<Form, 'Fields' | 'showsReasons'>

const form = (Fields: unknown, showsReasons = false): Portable => ({
  Fields: Fields as Form['Fields'],
  showsReasons,
})

/** The forms that need nothing but a page: those that play a run or run code need the site's figures and its sandbox, which no package brings along. */
export const portableForms: ReadonlyMap<string, Portable> = new Map([
  ['choose-one', form(ChooseOneFields, true)],
  ['choose-many', form(ChooseManyFields, true)],
  ['number', form(NumberFields)],
  ['short-text', form(ShortTextFields)],
  ['leaf', form(LeafFields)],
  ['order', form(OrderFields)],
  ['click', form(ClickFields)],
  ['place-points', form(PlacePointsFields)],
])
