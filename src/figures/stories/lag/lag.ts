import { assistant } from '#engine/assistant/index.ts'
import { plan } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import { delaysMs, lagValues, type LagRun, type LagSetting } from './data.ts'

/** The assistant's answers for every setting of the dials: one run each. */
export function measuredLag(): readonly LagRun[] {
  return lagValues.embedMs.flatMap((embedMs) =>
    lagValues.before.map((before) => ({
      setting: { embedMs, before },
      answers: answersOf({ embedMs, before }),
    })),
  )
}

/** Other tables say something, then table 3 says “no nuts”, and the waiter asks again and again. */
function answersOf({ embedMs, before }: LagSetting): readonly string[] {
  const last = delaysMs[delaysMs.length - 1]!
  const others = Array.from({ length: before }, (_, index) => ({
    id: `before ${index + 1}`,
    table: 10 + index,
    text: 'a quiet table',
  }))
  let asked = plan(assistant({ embedMs, usagePerMessage: 0 }), { until: 2_000 + last })
  for (const message of others) asked = asked.at(500).ask('say', message, { via: 'api' })
  asked = asked.at(700).ask('say', { id: 'row 3', table: 3, text: 'no nuts' }, { via: 'api' })
  for (const delay of delaysMs) asked = asked.at(700 + delay).ask('ask', { table: 3 }, { via: 'api' })
  return run(asked)
    .history.filter(({ do: what }) => what === 'ask')
    .map(({ output }) => (output as { readonly answer: string }).answer)
}
