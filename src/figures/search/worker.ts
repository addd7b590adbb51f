import { drive } from './drive.ts'
import type { FromWorker, HuntRequest } from './protocol.ts'

/** The hunt in a worker of the page's own: one request, then tellings, then how it ended. To cancel, end the worker. */
const post = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<HuntRequest>) => {
  const tell = drive(
    data,
    (telling) => post({ type: 'telling', telling }),
    () => undefined,
  )
  void tell.then((outcome) => post({ type: 'ended', outcome }))
})

post({ type: 'ready' })
