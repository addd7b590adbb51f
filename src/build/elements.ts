import type { Element } from 'hast'

/** An element's classes; none where it has no attribute for them. */
export const classesOf = ({ properties: { className } }: Element): readonly string[] =>
  Array.isArray(className) ? className.map(String) : []

/** Whether an element has this class. */
export const hasClass = (node: Element, name: string): boolean => classesOf(node).includes(name)

/** Whether it has an attribute, by the name that hast gives it: `dataPlan`. */
export const hasProperty = ({ properties }: Element, name: string): boolean => properties[name] !== undefined

/** Whether an element is of this tag. */
export const isTag = ({ tagName }: Element, name: string): boolean => tagName === name
