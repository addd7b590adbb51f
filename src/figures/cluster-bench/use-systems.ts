import { useEffect, useState } from 'preact/hooks'
import { systemNames } from '#engine/core/registry.ts'

// The build draws at once what it writes.
if (import.meta.env.SSR) await import('#engine/stores.ts')

/**
 * False while the systems that these pictures name aren't there yet. The two databases always are; the stores of an AI
 * application are fetched by the first picture that names one.
 */
export function useSystems(...pictures: readonly object[]): boolean {
  const isKnown = pictures.every((data) => !('plan' in data) || systemNames().includes(nameIn(data.plan)))
  const [isFetched, setFetched] = useState(false)
  useEffect(() => {
    if (!isKnown) import('#engine/stores.ts').finally(() => setFetched(true)).catch(() => {})
  }, [isKnown])
  return isKnown || isFetched
}

function nameIn(plan: unknown): string {
  return String((plan as { readonly system?: unknown } | null)?.system)
}
