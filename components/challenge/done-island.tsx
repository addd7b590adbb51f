import { useProgress } from '#learner/use-progress.ts'

/** Says whether a challenge is solved, or how many of several are. Never empty: what has no box is never woken. */
export default function ChallengeDone({ keys }: { readonly keys: readonly string[] }) {
  const solved = useProgress(({ solved: all }) => keys.filter((key) => all.has(key)).length)
  const text =
    keys.length > 1 ? `${solved} of ${keys.length} solved` : solved === 1 ? 'solved' : 'not solved yet'
  return <span class={solved > 0 ? 'tag challenge-done' : 'tag'}>{text}</span>
}
