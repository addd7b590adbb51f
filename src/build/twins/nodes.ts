import type { Element, ElementContent, Text } from 'hast'

/** Short makers of HTML nodes, for texts that are put together from a page. */
export const text = (value: string): Text => ({ type: 'text', value })

/** An element with children. */
export const element = (
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children: [...children] })

/** A paragraph. */
export const paragraph = (children: readonly ElementContent[]): Element => element('p', children)

/** Code as a fenced block. */
export const codeBlock = (value: string, language = ''): Element =>
  element('pre', [element('code', [text(value)], language ? { className: [`language-${language}`] } : {})])
