/** What a learning platform keeps of a lesson, whichever of the two SCORM versions it speaks. */
export interface Platform {
  readonly version: '1.2' | '2004'
  /** What {@link Platform.save} kept on an earlier visit; empty on the first. */
  saved(): string
  save(state: string): void
  /** How many questions were right at the first attempt, of how many, and whether all have been answered. */
  report(right: number, of: number, isComplete: boolean): void
  /** Ends the visit: what was saved is there on the next. */
  leave(): void
}

type Api12 = Record<'LMSInitialize' | 'LMSFinish' | 'LMSCommit', (nothing: '') => string> & {
  LMSGetValue(name: string): string
  LMSSetValue(name: string, value: string): string
}
type Api2004 = Record<'Initialize' | 'Terminate' | 'Commit', (nothing: '') => string> & {
  GetValue(name: string): string
  SetValue(name: string, value: string): string
}

/** The platform that shows this page, by the rules of SCORM; undefined where the page is opened by itself. */
export function findPlatform(from: Window): Platform | undefined {
  const newer = apiNamed<Api2004>(from, 'API_1484_11')
  if (newer !== undefined) return platform2004(newer)
  const older = apiNamed<Api12>(from, 'API')
  return older === undefined ? undefined : platform12(older)
}

/** Looks for the platform's object in the frames above a window, then in those above what opened it. */
function apiNamed<Api>(from: Window, name: string): Api | undefined {
  const opener = from.opener ?? topOf(from).opener
  return above<Api>(from, name) ?? (opener ? above<Api>(opener as Window, name) : undefined)
}

function above<Api>(from: Window, name: string): Api | undefined {
  let here = from
  // So many frames in each other are a circle, or a joke.
  for (let level = 0; level < 20; level++) {
    const found = readFrom(here, name)
    if (found !== undefined) return found as Api
    if (here.parent === here) return undefined
    here = here.parent
  }
  return undefined
}

function readFrom(from: Window, name: string): unknown {
  try {
    return (from as unknown as Record<string, unknown>)[name] ?? undefined
  } catch {
    // A frame of another site doesn't let itself be looked into.
    return undefined
  }
}

const topOf = (from: Window): Window => {
  try {
    return from.top ?? from
  } catch {
    return from
  }
}

function platform12(api: Api12): Platform {
  api.LMSInitialize('')
  const set = (name: string, value: string | number) => api.LMSSetValue(name, String(value))
  if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted')
    set('cmi.core.lesson_status', 'incomplete')
  return {
    version: '1.2',
    saved: () => api.LMSGetValue('cmi.suspend_data'),
    save(state) {
      set('cmi.suspend_data', state)
      api.LMSCommit('')
    },
    report(right, of, isComplete) {
      set('cmi.core.score.min', 0)
      set('cmi.core.score.max', 100)
      set('cmi.core.score.raw', of === 0 ? 0 : Math.round((100 * right) / of))
      if (isComplete) set('cmi.core.lesson_status', 'completed')
      api.LMSCommit('')
    },
    leave() {
      set('cmi.core.exit', 'suspend')
      api.LMSCommit('')
      api.LMSFinish('')
    },
  }
}

function platform2004(api: Api2004): Platform {
  api.Initialize('')
  const set = (name: string, value: string | number) => api.SetValue(name, String(value))
  if (['unknown', 'not attempted'].includes(api.GetValue('cmi.completion_status')))
    set('cmi.completion_status', 'incomplete')
  return {
    version: '2004',
    saved: () => api.GetValue('cmi.suspend_data'),
    save(state) {
      set('cmi.suspend_data', state)
      api.Commit('')
    },
    report(right, of, isComplete) {
      set('cmi.score.min', 0)
      set('cmi.score.max', of)
      set('cmi.score.raw', right)
      set('cmi.score.scaled', of === 0 ? 0 : Math.round((1000 * right) / of) / 1000)
      if (isComplete) set('cmi.completion_status', 'completed')
      api.Commit('')
    },
    leave() {
      set('cmi.exit', 'suspend')
      api.Commit('')
      api.Terminate('')
    },
  }
}
