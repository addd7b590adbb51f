import { useProgress } from '#learner/use-progress.ts'

/** Says which of these challenges are solved: of one that it is, of several how many. Nothing while none is. */
export default function ChallengeDone({ keys }: { readonly keys: readonly string[] }) {
  const solved = useProgress(({ solved: all }) => keys.filter((key) => all.has(key)).length)
  if (solved === 0) return null
  return (
    <span class="tag challenge-done">
      {keys.length === 1 ? 'solved' : `${solved} of ${keys.length} solved`}
    </span>
  )
}
