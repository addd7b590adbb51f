import './upkeep-asked.ts'
import { repair } from './repair.ts'
import { takesPart } from './repair-watch.ts'
import { answerStream, exchange } from './stream.ts'
import { provideUpkeep } from './system.ts'
import { validate } from './validation.ts'

/** Repairs of all data of all replicas, and what nodes say to each other for them. */
provideUpkeep((node) => ({
  repair: (args) => repair(node, args),
  validate: (request, from) => validate(node, request, from),
  'takes part': (name, from) => takesPart(node, name, from),
  exchange: (request) => exchange(node, request),
  stream: (request, from) => answerStream(node, request, from),
  prepared: () => true,
}))
