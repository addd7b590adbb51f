import type { Spread } from '#learning/schedule/queue.ts'
import { counted } from '#text/numbers.ts'

/** A backlog in words, as a plan: "12 min a day for 5 days brings them all back." */
export const spreadText = ({ minutesADay, days }: Spread): string =>
  `${minutesADay} min a day for ${counted(days, 'day')} brings them all back.`
