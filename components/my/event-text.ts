import { isLearningEvent } from '#learning/event-shapes.ts'
import type { StoredEvent } from '#learning/event.ts'

/** An event in words, for the list of what a sync brought over. */
export function eventText(event: StoredEvent): string {
  if (!isLearningEvent(event)) return `an entry from a newer version (${event.type})`
  switch (event.type) {
    case 'read':
      return `read “${event.section.replaceAll('-', ' ')}”`
    case 'ran':
      return `ran the cell ${event.cell}`
    case 'answered':
      return `answered ${event.question} ${event.right ? 'correctly' : 'incorrectly'}`
    case 'predicted':
      return `predicted ${event.prediction}`
    case 'turned':
      return `flipped the card ${event.card}`
    case 'solved':
      return `solved the challenge ${event.challenge}`
    case 'graded':
      return `graded the card ${event.card}: ${event.grade}`
    case 'undone':
      return 'undid the last step'
    case 'buried':
      return `put off the card ${event.card}`
    case 'suspended':
      return `${event.isSuspended ? 'stopped' : 'resumed'} the ${event.what} ${event.which}`
    case 'wrote':
      return event.isRemoved ? `removed the card “${event.front}”` : `wrote the card “${event.front}”`
    case 'noted':
      return `wrote a note to ${event.card}`
    case 'set':
      return `set a limit of ${event.value}`
    case 'exam-begun':
      return `started an exam with ${event.items.length} questions`
    case 'exam-marked':
      return `${event.answer === null ? 'looked at' : 'answered'} ${event.question} in an exam`
    case 'exam-ended':
      return event.isSubmitted ? 'submitted an exam' : 'gave up an exam'
    case 'reset':
      return `reset a ${event.reach}`
  }
}
