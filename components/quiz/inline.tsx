import { heldTogether } from '#text/held-together.ts'

/** A line of an author's text: what stands between backticks is code. */
export function Inline({ text }: { readonly text: string }) {
  return (
    <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : heldTogether(part)))}</>
  )
}
