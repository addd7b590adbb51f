// @vitest-environment happy-dom
import { render } from 'preact'
import { describe, expect, test, vi } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { type Deeds, messageChoices, nodeChoices } from '#figures/cluster-bench/choices.ts'
import { openRunService, type PlayedRun } from '#figures/cluster-bench/run-service.ts'
import { requestDone } from '#figures/cluster-bench/moment-state.ts'
import { PressMenu } from '#figures/cluster-bench/press-menu.tsx'
import type { Branch } from '#figures/cluster-bench/session.ts'

function branchOf(id: string, place: number): Branch<PlayedRun> {
  const answer = openRunService().play(keptPlan(id).plan)
  if (!answer.ok) throw new Error(answer.message)
  const at = answer.value.outline.steps.at(place)!.index
  return { id: 1, from: undefined, name: id, editedAtMs: undefined, played: answer.value, at }
}

function deeds() {
  return {
    edit: vi.fn<NonNullable<Deeds['edit']>>(),
    seek: vi.fn(),
    know: vi.fn(),
    open: vi.fn(),
    ask: vi.fn(),
    undo: undefined,
  }
}

const texts = (choices: readonly { readonly text: string }[]) => choices.map(({ text }) => text)

describe('what can be done to what was pressed', () => {
  test('a node that is up can crash and pause; one that is cut off can be reconnected', () => {
    const branch = branchOf('replicas.row-3', -1)
    expect(texts(nodeChoices(branch, 'A', deeds()))).toEqual([
      'What does A know?',
      'Ask A for something…',
      'Crash A',
      'Pause A',
      'Cut A off from the other nodes',
      'Put its clock 500 ms forward',
    ])
    expect(texts(nodeChoices(branch, 'B', deeds()))).toContain('Reconnect B')
  })

  test('every choice for every node at every step is an edit that the engine takes', () => {
    const branch = branchOf('replicas.row-3', 2)
    const service = openRunService()
    const did = deeds()
    for (const { id } of branch.played.plan.nodes)
      for (const { onChoose } of nodeChoices(branch, id, did)) onChoose()
    for (const message of branch.played.outline.messages)
      for (const { onChoose } of messageChoices(branch, message, did)) onChoose()
    expect(did.edit.mock.calls.length).toBeGreaterThan(20)
    for (const [edit, at] of did.edit.mock.calls)
      expect(service.edit(branch.played.plan, at ?? branch.at, edit, 0), JSON.stringify(edit)).toMatchObject({
        ok: true,
      })
  })

  test('a message that has arrived is dropped on its way, and then it never arrives', () => {
    const branch = branchOf('replicas.row-3', -1)
    const did = deeds()
    const message = branch.played.outline.messages[0]!
    messageChoices(branch, message, did)
      .find(({ text }) => text === 'Drop it')!
      .onChoose()
    const [edit, at] = did.edit.mock.calls[0]!
    const answer = openRunService().edit(branch.played.plan, at!, edit, 0)
    expect(
      answer.ok && answer.value.played.outline.messages.find(({ key }) => key === message.key)?.fate,
    ).toBe('lost')
  })

  test('while a request is under way, a change can wait until it is done', () => {
    const branch = branchOf('replicas.row-3', 0)
    const done = requestDone(branch)!
    expect(branch.played.outline.operations.some(({ endIndex }) => endIndex === done.index)).toBe(true)
    expect(requestDone({ ...branch, at: done.index })).toBeUndefined()
  })
})

test('the menu is gone through by arrows, and Escape closes it', () => {
  const page = document.createElement('div')
  document.body.append(page)
  const onClose = vi.fn()
  const choices = [
    { text: 'Crash B', onChoose: vi.fn() },
    { text: 'Pause B', onChoose: vi.fn() },
  ]
  render(
    <PressMenu about="B" pressed={{ x: 1, y: 1, opener: undefined }} choices={choices} onClose={onClose} />,
    page,
  )
  const items = [...page.querySelectorAll<HTMLElement>('[role="menuitem"]')]
  const key = (name: string) =>
    page
      .querySelector('[role="menu"]')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
  // The focus is in the menu as soon as it's drawn: a key that follows at once is the menu's.
  expect(document.activeElement).toBe(items[0])
  key('ArrowUp')
  expect(document.activeElement).toBe(items[1])
  key('ArrowDown')
  expect(document.activeElement).toBe(items[0])
  key('Escape')
  expect(onClose).toHaveBeenCalledTimes(1)
  items[1]!.click()
  expect(choices[1]!.onChoose).toHaveBeenCalledTimes(1)
  expect(page.innerHTML).not.toContain(' style="position')
})
