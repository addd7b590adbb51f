import { learner } from '#learner/learner.ts'

/** Says, once and where a screen reader hears it, why progress and edits aren't kept; says nothing while they are. */
void learner().then(({ store, watch }) => {
  const notice = document.querySelector<HTMLElement>('[data-storage]')
  const say = () => {
    if (!notice || notice.dataset['storage'] === (store.trouble ?? 'kept')) return
    notice.dataset['storage'] = store.trouble ?? 'kept'
    notice.textContent = store.reason ?? ''
  }
  watch(say)
  say()
})
