/**
 * Puts the properties of a part of the page where the framework looks for them. What is long of them isn't in the page
 * but in a file beside it (src/build/island-props.ts), because most readers never come to most parts.
 * Rejects when the file can't be had: then the part stays as it was drawn.
 */
export async function bringProps(island: HTMLElement): Promise<void> {
  const address = island.dataset['props']
  if (address === undefined) return
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  island.setAttribute('props', await response.text())
  island.removeAttribute('data-props')
}
