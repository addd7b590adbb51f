import type { Ms, PlanNode, Program, System } from './types.ts'

/** What such a system's options have, beside its own. */
interface StoreOptions {
  readonly nodes: readonly PlanNode[]
  readonly clientTimeoutMs: Ms
}

/** A system whose clients know one address, wait so long and stamp nothing: a log, an object store, an index. */
export function storeSystem<Options extends StoreOptions>(
  name: string,
  options: Options,
  own: Pick<System, 'program' | 'operations' | 'messages'> & { readonly program: Program },
  retries = 0,
): System<Options> {
  const client = { timeoutMs: options.clientTimeoutMs, retries, stamps: false }
  return { name, options, nodes: options.nodes, client, levels: [], ...own }
}
