import type { NodeId } from '../core/types.ts'
import { logOptions } from '../log/options.ts'
import { log } from '../log/log.ts'
import { objectStore } from '../object-store/object-store.ts'
import { replicaSet } from '../replica-set/replica-set.ts'
import { ring } from '../ring/system.ts'
import { vectors } from '../vectors/system.ts'
import type { System } from '../core/types.ts'
import type { AssistantOptions } from './options.ts'

/** The boxes of the picture and the nodes in each. */
export const boxes = {
  api: ['api'],
  chat: ['A', 'B', 'C'],
  usage: ['D', 'E', 'F'],
  log: ['log'],
  embedder: ['embedder'],
  index: ['index'],
  batch: ['batch'],
  objects: ['objects'],
} as const satisfies { readonly [box: string]: readonly NodeId[] }

/** Every node of the picture, in its order. */
export const everyNode: readonly NodeId[] = Object.values(boxes).flat()

/** The systems that the boxes are, each over its own nodes. */
export interface Parts {
  readonly chat: System
  readonly usage: System
  readonly log: System
  readonly index: System
  readonly objects: System
}

/**
 * The systems behind an application made of all of them, each on its own boxes, with the application's options handed
 * on.
 */
export function partsOf(options: AssistantOptions): Parts {
  return {
    chat: replicaSet({ nodes: [...boxes.chat] }),
    usage: ring({ nodes: [...boxes.usage] }),
    log: log(logOptions({ nodes: [...boxes.log], partitions: 1 })),
    index: vectors({
      nodes: [...boxes.index],
      kind: 'ivf',
      lists: options.lists,
      probes: options.probes,
      ef: options.ef,
    }),
    objects: objectStore({ nodes: [...boxes.objects] }),
  }
}
