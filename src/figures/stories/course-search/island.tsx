import { useRef, useState } from 'preact/hooks'
import type { CourseIndex } from '#search/course-index.ts'
import { useHydrated } from '#figures/hydrated.ts'
import { listsFor } from './lists.ts'
import { type CourseSearchFrame, CourseSearchView } from './view.tsx'

interface CourseSearchOptions {
  readonly first: CourseSearchFrame
  /** Where the index's files are. */
  readonly files: string
}

/** Search over the course, alive. Index and token table are fetched with the first search. */
export default function CourseSearchIsland({ first, files }: CourseSearchOptions) {
  const [frame, setFrame] = useState(first)
  const indexes = useRef(new Map<boolean, CourseIndex>())
  const hydrated = useHydrated()

  const indexFor = async (meanings: boolean): Promise<CourseIndex> => {
    const known = indexes.current.get(meanings)
    if (known !== undefined) return known
    const { loadCourseIndex } = await import('#search/load.ts')
    const made = await loadCourseIndex((file) => files + file, { meanings, table: true })
    indexes.current.set(meanings, made)
    return made
  }
  const show = async (change: Partial<CourseSearchFrame>) => {
    const next = { ...frame, ...change }
    setFrame({ ...next, state: indexes.current.has(next.meanings) ? 'ready' : 'loading' })
    try {
      const index = await indexFor(next.meanings)
      setFrame({ ...next, lists: listsFor(index, next.question, next.view), state: 'ready' })
    } catch {
      setFrame({ ...next, state: 'failed' })
    }
  }
  const actions = {
    onAsk: (question: string) => void show({ question }),
    onView: (view: CourseSearchFrame['view']) => void show({ view }),
    onMeanings: (meanings: boolean) => void show({ meanings }),
  }
  return <CourseSearchView frame={frame} {...(hydrated ? { actions } : {})} />
}
