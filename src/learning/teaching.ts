import type { TeacherNote } from './teaching.schema.ts'

/** How a note of each kind is headed. */
export const noteHeadings: Readonly<Record<TeacherNote['kind'], string>> = {
  stuck: 'Where a class gets stuck',
  ask: 'Ask the class',
  break: 'Break it together',
}
