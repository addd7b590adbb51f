import type { ComponentChildren } from 'preact'
import { Bench, type BenchProps } from '#figures/cluster-bench/bench.tsx'
import type { CodeCell } from '#figures/cluster-bench/code-panel.tsx'

interface Props extends Omit<BenchProps, 'loadCell'> {
  /** Addresses of the cells.json and of what every run begins with, for the live cell. */
  readonly cells: string
  readonly runtime: readonly string[]
  readonly children?: ComponentChildren
}

/** The bench with live code beside it, which is loaded when the reader asks for it. */
export default function ClusterBench({ cells, runtime, ...props }: Props) {
  async function loadCell(): Promise<CodeCell> {
    const { PlanCell } = await import('./plan-cell.tsx')
    return ({ id, text }) => <PlanCell id={id} text={text} cells={cells} runtime={runtime} />
  }
  return <Bench {...props} loadCell={loadCell} />
}
