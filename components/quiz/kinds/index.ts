import { FixCellFields, settleFixCell } from './fix-cell.tsx'
import type { Form } from './form.ts'
import { form, portableForms } from './portable.ts'
import { PredictRunFields } from './predict-run.tsx'

/** How each kind of question is answered. A new kind is a line here, or in portable.ts, and one in src/learning/kinds. */
export const forms: ReadonlyMap<string, Form> = new Map([
  ...portableForms,
  ['predict-run', form(PredictRunFields)],
  ['fix-cell', { ...form(FixCellFields), settle: settleFixCell }],
])
