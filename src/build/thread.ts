import { Worker } from 'node:worker_threads'

/** Does a piece of the build in a thread of its own: the module at `url`, which finds what it's given as its `workerData`. */
export function inThread(url: URL, workerData: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    new Worker(url, { workerData })
      .once('error', reject)
      .once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${url.pathname} ended with ${code}`)),
      )
  })
}
