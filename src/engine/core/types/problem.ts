/** What is wrong with a value that came from outside: where, what was expected there, and what was found. */
export interface Problem {
  readonly where: string
  readonly expected: string
  readonly received: string
}
