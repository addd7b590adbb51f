const deeds = ['scroll', 'wheel', 'pointerdown', 'pointermove', 'touchstart', 'keydown'] as const

/** Resolves at the first thing that the reader does. Until then, what the window doesn't show can wait. */
export const begun = new Promise<void>((resolve) => {
  for (const deed of deeds)
    addEventListener(deed, () => resolve(), { once: true, passive: true, capture: true })
})
