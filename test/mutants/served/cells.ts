import { tableOf } from './harness.ts'

type Told = typeof import('#cells/session.ts')

/** A session whose runs are played by hand: what is said, run by run. */
function played({ openSession }: Told) {
  const says: ((message: unknown) => void)[] = []
  const order: string[] = []
  const session = openSession({
    addresses: { lesson: 'l', cells: '/cells.json', runtime: [] },
    cell: 'c',
    flush: async () => void order.push('kept'),
    done: () => order.push('done'),
    openIsolation: async () => ({
      kind: 'frame',
      begin(_script, listen) {
        says.push(listen)
        return () => {}
      },
    }),
    prepareScript: async () => {
      order.push('script')
      return { ok: true, run: { script: '', lines: [] }, changed: [] }
    },
    nextPicture: (draw) => draw(),
  })
  const texts = () => session.view.value.items?.map((item) => ('text' in item ? item.text : item.type))
  return { session, says, order, texts }
}

const line = (text: string) => ({ type: 'item', item: { type: 'notice', text } })

export const cells = tableOf<Told>({
  entry: `export { openSession } from '#cells/session.ts'`,
  broken: [
    {
      what: 'the late words of a run that was ended are shown with the next one’s',
      file: 'cells/session.ts',
      find: 'const isMine = () => mine === turn',
      replace: 'const isMine = () => mine <= turn',
      async says(told) {
        const { session, says, texts } = played(told)
        const first = session.start()
        const second = session.start()
        await Promise.all([first, second])
        says.at(-1)!({ type: 'started' })
        says.at(-1)!(line('mine'))
        return [says.length, texts()]
      },
      sound: [1, ['mine']],
    },
    {
      what: 'a run begins before the reader’s text is kept',
      file: 'cells/session.ts',
      find: 'await flush().then(() => prepareScript(replays, more))',
      replace: 'await prepareScript(replays, more).finally(() => void flush())',
      async says(told) {
        const { session, order } = played(told)
        await session.start()
        return order
      },
      sound: ['kept', 'script'],
    },
    {
      what: 'a cell that failed counts as one that ran',
      file: 'cells/session.ts',
      find: "if (state === 'done') options.done?.()",
      replace: 'options.done?.()',
      async says(told) {
        const { session, says, order } = played(told)
        await session.start()
        says[0]!({ type: 'started' })
        says[0]!({ type: 'failed' })
        return order
      },
      sound: ['kept', 'script'],
    },
    {
      what: 'a run that is stopped before it began seems to be on',
      file: 'cells/session.ts',
      find: "change({ state: 'stopped', isOld: false, progress: undefined })",
      replace: '',
      async says(told) {
        const { session, says } = played(told)
        const begun = session.start()
        session.stop()
        await begun
        return [session.view.value.state, says.length]
      },
      sound: ['stopped', 0],
    },
  ],
})
