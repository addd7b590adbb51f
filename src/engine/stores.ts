/**
 * The systems of an AI application, beside the two databases. Apart from `systems.ts`, so that only those who name them
 * load them.
 */
export * from './object-store/index.ts'
export * from './log/index.ts'
export * from './batch/index.ts'
export * from './vectors/index.ts'
export * from './assistant/index.ts'
