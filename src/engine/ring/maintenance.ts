import './moving.ts'
import './repairing.ts'
import { finalize, prepare, snapshot } from './anti-compaction.ts'
import { collectMarked, compactApart } from './marked.ts'
import { provideExtras } from './repair.ts'
import { repairExtras } from './repair-extras.ts'
import { provideApart } from './compaction.ts'
import { provideMarks } from './stream.ts'
import { provideUpkeep } from './system.ts'

/** What an operator asks for less often: incremental, sequential and partial repairs, previews. */
provideUpkeep((node) => ({
  prepare: (request, from) => prepare(node, request, from),
  finalize: (request) => finalize(node, request),
  snapshot: (name, from) => snapshot(node, name, from),
}))

provideExtras(repairExtras)
provideMarks(collectMarked)
provideApart(compactApart)
