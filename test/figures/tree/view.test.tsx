// @vitest-environment happy-dom
import { render } from 'preact'
import { describe, expect, it } from 'vitest'
import { outline } from '#engine/merkle/tree-outline.ts'
import { textbookTree, withRow } from '#engine/merkle/textbook.ts'
import { viewFor } from '#figures/registry.ts'

function drawn(data: unknown): HTMLElement {
  const View = viewFor('tree')
  if (View === undefined) throw new Error('no view for trees')
  const root = document.createElement('div')
  render(<View data={data} />, root)
  return root
}

describe('the view of a tree that a cell shows', () => {
  it('draws every node of the outline and says the same in words', () => {
    const tree = textbookTree(['Data A', 'Data B', 'Data C', 'Data D'])
    const root = drawn(outline(withRow(tree, 3, 'Data d'), tree))
    const nodes = [...root.querySelectorAll('[data-node]')].map((node) => node.getAttribute('data-node'))
    const lines = [...root.querySelectorAll('[data-line]')].map((line) => line.getAttribute('data-line'))
    expect(nodes).toHaveLength(7)
    expect([...nodes].sort()).toEqual([...lines].sort())
    expect(root.querySelectorAll('[data-look="differs"]')).toHaveLength(3)
    expect(root.textContent).toContain('root fa3f6073d6de, 1 differing leaf')
  })

  it('folds what is equal in a large tree', () => {
    const tree = textbookTree(Array.from({ length: 1024 }, (_, row) => `row ${row}`))
    const root = drawn(outline(withRow(tree, 700, 'other'), tree))
    expect(root.querySelectorAll('.tree-fold').length).toBeGreaterThan(5)
    expect(root.querySelectorAll('[data-node]').length).toBeLessThan(128)
  })

  it('knows no view for a kind that nobody draws', () => {
    expect(viewFor('nonsense')).toBeUndefined()
  })
})
