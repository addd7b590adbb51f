const scripts = new Map<string, Promise<string>>()

/** The text of a script, fetched once; asked again after it failed. */
export function fetchedScript(address: string): Promise<string> {
  let text = scripts.get(address)
  if (text === undefined) {
    text = fetched(address)
    scripts.set(address, text)
    text.catch(() => scripts.delete(address))
  }
  return text
}

/** What an address answers, as text. Throws where it answers with an error. */
export async function fetched(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.text()
}
