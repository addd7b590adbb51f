import { ChooseManyFields, ChooseOneFields } from '../../quiz/kinds/choose.tsx'
import type { Form } from '../../quiz/kinds/form.ts'
import { LeafFields } from '../../quiz/kinds/leaf.tsx'
import { NumberFields, ShortTextFields } from '../../quiz/kinds/typed.tsx'

type Portable = Pick<Form, 'Fields' | 'showsReasons'>

const form = (Fields: unknown, showsReasons = false): Portable => ({
  Fields: Fields as Form['Fields'],
  showsReasons,
})

/** The forms that need nothing but a page: those that run code need the site's sandbox, which no package brings along. */
export const portableForms: ReadonlyMap<string, Portable> = new Map([
  ['choose-one', form(ChooseOneFields, true)],
  ['choose-many', form(ChooseManyFields, true)],
  ['number', form(NumberFields)],
  ['short-text', form(ShortTextFields)],
  ['leaf', form(LeafFields)],
])
