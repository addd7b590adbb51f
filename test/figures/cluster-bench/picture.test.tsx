// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { plan, ring, run } from '#engine'
import { ClusterPicture } from '#figures/cluster-bench/picture.tsx'

test('pictures that come into sight together are drawn one a frame, and what they push out of sight isn’t drawn', async () => {
  const seen: ((isIntersecting: boolean) => void)[] = []
  class Observer {
    constructor(callback: (entries: readonly object[]) => void) {
      seen.push((isIntersecting) => callback([{ isIntersecting }]))
    }
    observe() {}
    disconnect() {}
  }
  const frames: (() => void)[] = []
  vi.stubGlobal('IntersectionObserver', Observer)
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
  const data = [1, 2, 3].map((seed) => {
    const scenario = plan(ring(), { seed }).at(10).write('row 3', 'no nuts')
    return { plan: scenario.plan, hash: run(scenario).hash() }
  })
  const page = document.createElement('div')
  document.body.append(page)
  render(
    <>
      {data.map((one, index) => (
        <ClusterPicture key={index} id={`p${index}`} data={one} budget={12_000} />
      ))}
    </>,
    page,
  )
  const nextFrame = () => vi.waitFor(() => expect(frames.splice(0).map((draw) => draw()).length).toBeGreaterThan(0)) // prettier-ignore
  const drawn = () => page.querySelectorAll('.cluster').length
  // Effects come with a frame.
  await vi.waitFor(() => {
    for (const draw of frames.splice(0)) draw()
    expect(seen).toHaveLength(3)
  })
  for (const come of seen) come(true)
  expect(drawn()).toBe(0)
  await nextFrame()
  await vi.waitFor(() => expect(drawn()).toBe(1))
  seen[1]!(false)
  await nextFrame()
  await vi.waitFor(() => {
    for (const draw of frames.splice(0)) draw()
    expect(drawn()).toBe(2)
  })
  expect(page.querySelectorAll('.cluster-unseen')).toHaveLength(1)
  expect(page.children[1]!.classList).toContain('cluster-unseen')
  vi.unstubAllGlobals()
})
