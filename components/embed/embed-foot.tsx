/** Where what's embedded comes from, and the way to all that can be done with it. */
export function EmbedFoot({ playground }: { readonly playground: string }) {
  return (
    <p class="embed-foot">
      <a href={playground} target="_blank" rel="noopener">
        Open in the playground
      </a>{' '}
      of Anti-Entropy, an interactive notebook of distributed systems.
    </p>
  )
}
