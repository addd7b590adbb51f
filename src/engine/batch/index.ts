/** What a cell may import of a batch job. */
import './face.ts'
import './stored.ts'
export { batch, counted, type BatchOptions, type BatchSettings } from './batch.ts'
