import { computed, signal } from '@preact/signals'
import type { Ms } from '#engine/core/types.ts'
import { ruleOf } from './rules.ts'
import { sleepMs } from './worlds.ts'

/** What the reader has said, and tries now. */
export function openSession() {
  /** The rule that the reader gave A before the cover was lifted. */
  const given = signal<string | undefined>(undefined)
  /** The rule that is looked at. */
  const tried = signal<string | undefined>(undefined)
  const sleep = signal<Ms>(sleepMs.usual)
  /** True until the first look at the worlds is over: the cover is still seen to go. */
  const lifting = signal(false)
  const rule = computed(() => (tried.value === undefined ? undefined : ruleOf(tried.value)))

  function commit(id: string): void {
    given.value = id
    tried.value = id
    lifting.value = true
  }
  function again(): void {
    given.value = undefined
    tried.value = undefined
    sleep.value = sleepMs.usual
    lifting.value = false
  }
  return { given, tried, sleep, lifting, rule, commit, again }
}
