import type { OutlinedMessage } from '#outline/types.ts'
import { momentText, spanText } from './moment.ts'

const reasons = {
  loss: 'the network dropped it',
  cut: 'the link was cut',
  down: 'the node was down',
  full: 'its queue was full',
  plan: 'the plan dropped it',
}

/** What has become of a message by event `at`: "arrived at 520 ms, after 10 ms". */
export function fateText({ fate, why, sentAt, endAt, endIndex }: OutlinedMessage, at: number): string {
  if (endIndex < 0 || endIndex > at) return 'on its way'
  const when = `at ${momentText(endAt)}`
  if (fate === 'lost') return `lost ${when}: ${reasons[why ?? 'loss']}`
  return endAt === sentAt ? `arrived ${when}` : `arrived ${when}, after ${spanText(endAt - sentAt)}`
}
