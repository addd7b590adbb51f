/** What a cell may import of the assistant: an AI application made of the other systems. */
import './face.ts'
import './stored.ts'
export { assistant } from './assistant.ts'
export { boxes } from './boxes.ts'
export type { Said } from './evening.ts'
export type { AssistantOptions, AssistantSettings } from './options.ts'
