import { workerData } from 'node:worker_threads'
import { writeTwins } from './write.ts'
import type { Built } from './write.ts'

await writeTwins(workerData as Built)
