import { defineCollection, reference } from 'astro:content'
import { file, glob } from 'astro/loaders'
import { parse } from 'yaml'
import { z } from 'astro/zod'
import { cardsSchema } from '#learning/cards/cards.schema.ts'
import { misconceptionSchema } from '#learning/misconceptions.schema.ts'
import { predictionsSchema } from '#learning/quiz/predictions.schema.ts'
import { questionsSchema } from '#learning/questions.schema.ts'
import { teachingSchema } from '#learning/teaching.schema.ts'

/** A map at the top of a YAML file (`claims:`, `sources:` ...) whose entries each begin with `id`. */
const entries = (path: string, key: string) =>
  file(path, {
    parser: (text) => {
      const listed: unknown = parse(text)?.[key]
      if (!Array.isArray(listed))
        throw new Error(
          `${path}: expected a map with a list under "${key}:", received ${JSON.stringify(listed)}. Begin the file with "${key}:" and give each entry as "- id: ...".`,
        )
      const seen = new Set<string>()
      for (const entry of listed as { id?: unknown }[]) {
        const id = String(entry.id)
        if (seen.has(id))
          throw new Error(`${path}: the id "${id}" is given twice. Ids are unique in the file: rename one.`)
        seen.add(id)
      }
      return listed.map((entry: Record<string, unknown>) => ({ ...entry, id: String(entry.id) }))
    },
  })

const lessons = defineCollection({
  loader: glob({
    base: './content/lessons',
    pattern: '*/index.mdx',
    generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\/index\.mdx$/, ''),
  }),
  schema: z.strictObject({
    /** What the lesson's page and the lesson list call it. */
    title: z.string(),
    /** The heading of the page: a sentence that says something. */
    heading: z.string(),
    /** The one question that the reader will be able to answer. */
    question: z.string(),
    /** The order in the course, as the folder's number. */
    order: z.int().min(1),
    /** `to-come` lessons are listed and say so, and have no text. */
    status: z.enum(['ready', 'to-come']),
    /** What was checked against what, and when: shown under the heading. */
    checked: z.string().optional(),
    /** How long the lesson takes as designed, folded parts left out: shown under the heading. */
    minutes: z.int().positive().optional(),
    /** One sentence for search results and link previews. */
    description: z.string(),
  }),
})

const sources = defineCollection({
  loader: entries('content/sources.yaml', 'sources'),
  schema: z
    .strictObject({
      id: z.string(),
      title: z.string(),
      /** Authors or publisher. */
      by: z.string(),
      url: z.url().optional(),
      /** The version, commit or edition that was read. */
      version: z.string().optional(),
      /** The year of publication, or the date of the version read. */
      date: z.string().optional(),
      /** `read` in the source itself, `secondary` in a text about it, `computed` by code that is in this repository. */
      reading: z.enum(['read', 'abstract', 'secondary', 'computed']),
      /** Where the second-hand reading was done: given with `secondary`, and only then. */
      via: z.string().optional(),
    })
    .refine(({ reading, via }) => (reading === 'secondary') === (via !== undefined), {
      error:
        'expected `via` (where it was read) with `reading: secondary`, and only there. Say which text was read.',
    }),
})

const claims = defineCollection({
  loader: entries('content/claims.yaml', 'claims'),
  schema: z.strictObject({
    id: z.string().regex(/^\d+$/),
    /** The notes' own words. */
    notes: z.string(),
    verdict: z.enum(['right', 'imprecise', 'wrong', 'opinion']),
    /** The better sentence. */
    say: z.string(),
    /** What the better sentence rests on: at least one. */
    sources: z.array(reference('sources')).min(1),
    /** The lesson that the claim is about. */
    lesson: reference('lessons'),
    /** Where it is honoured: in that lesson, on the quick revision card (/cards/quick/), or on both. */
    places: z
      .array(z.enum(['lesson', 'quick-card']))
      .min(1)
      .default(['lesson']),
    /** `honoured`: a `<Claim n>` stands around the passage in each of its places; `to-come`: not written yet. */
    status: z.enum(['honoured', 'to-come']),
  }),
})

const glossary = defineCollection({
  loader: entries('content/glossary.yaml', 'terms'),
  schema: z.strictObject({
    id: z.string(),
    term: z.string(),
    /** One or two plain sentences. */
    means: z.string(),
    lesson: reference('lessons'),
  }),
})

/** The slug of the lesson that a file belongs to: `04-merkle-trees/quiz.yaml` is of `merkle-trees`. */
const slugOf = ({ entry }: { entry: string }) => entry.replace(/^\d+-/, '').replace(/\/[^/]+$/, '')

const misconceptions = defineCollection({
  loader: entries('content/misconceptions.yaml', 'misconceptions'),
  schema: misconceptionSchema,
})

/** A lesson's questions and predictions, one entry a lesson. */
const quizzes = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '*/quiz.yaml', generateId: slugOf }),
  schema: z.strictObject({ predictions: predictionsSchema.default([]), questions: questionsSchema }),
})

/** What a teacher needs to know of a lesson: outcomes, and notes beside its passages. */
const teaching = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '*/teaching.yaml', generateId: slugOf }),
  schema: teachingSchema,
})

/** Decks of cards: one a lesson, and those that go over several. */
const decks = defineCollection({
  loader: glob({
    base: './content',
    pattern: ['lessons/*/cards.yaml', 'cards-*.yaml'],
    generateId: ({ entry }) =>
      entry.startsWith('lessons/')
        ? slugOf({ entry: entry.slice('lessons/'.length) })
        : entry.replace(/^cards-|\.yaml$/g, ''),
  }),
  schema: z.strictObject({
    /** For a deck that isn't a lesson's. */
    title: z.string().optional(),
    about: z.string().optional(),
    /** The deck's ideas in one line each; a line honours a claim and carries that claim's sources. */
    lines: z
      .array(
        z.strictObject({
          claim: z.int().min(1),
          name: z.string(),
          line: z.string(),
        }),
      )
      .default([]),
    cards: cardsSchema,
  }),
})

/** The chapters of the book about the engine: which file is read after which, and what to look for. */
const engineChapters = defineCollection({
  loader: entries('content/engine/reading.yaml', 'chapters'),
  schema: z.strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    order: z.int().min(1),
    title: z.string(),
    /** The heading of the page: a sentence that says something. */
    heading: z.string(),
    question: z.string(),
    /** Texts are read by components/engine/words.ts. */
    about: z.string(),
    /** Every file of these folders of src/engine belongs here, unless another chapter names it. */
    folders: z.array(z.string()).min(1),
    files: z
      .array(
        z.strictObject({
          /** Below src/engine. */
          path: z.string().regex(/^[a-z0-9-/]+\.ts$/),
          pace: z.enum(['evening', 'later']),
          idea: z.string(),
          look: z.string(),
          /** Names that the file exports. */
          begin: z.array(z.string()).min(1),
        }),
      )
      .min(1),
  }),
})

/** Files of the engine that no chapter shows; `id` is the path. */
const engineNotShown = defineCollection({
  loader: entries('content/engine/reading.yaml', 'notShown'),
  schema: z.strictObject({ id: z.string(), because: z.string() }),
})

/** What the model leaves out, by subject: the real thing beside what is here. */
const engineLeftOut = defineCollection({
  loader: entries('content/engine/leaves-out.yaml', 'subjects'),
  schema: z.strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    order: z.int().min(1),
    title: z.string(),
    items: z
      .array(
        z
          .strictObject({
            what: z.string(),
            real: z.string(),
            here: z.string(),
            /** Where to see it: `ring/storage.ts#flush`. */
            code: z.array(z.string()).default([]),
            sources: z.array(reference('sources')).default([]),
          })
          .refine(({ code, sources }) => code.length + sources.length > 0, {
            error: 'expected what it rests on: a place in the engine under `code`, or `sources`.',
          }),
      )
      .min(1),
  }),
})

/** What a real Cassandra did: a transcript with what it shows and the lines that lessons print of it. */
const transcripts = defineCollection({
  loader: entries('content/recorded/transcripts.yaml', 'transcripts'),
  schema: z.strictObject({
    /** The name of its page: the file without its ending. */
    id: z.string().regex(/^[a-z0-9-]+$/),
    file: z.string().regex(/^[a-z0-9-]+\.(txt|json)$/),
    title: z.string(),
    /** One or two sentences. */
    shows: z.string(),
    /** Where it differs from content/recorded/settings.yaml. */
    settings: z.array(z.string()),
    /** By name, lines that a lesson prints: `at` is how the line begins, `says` words that stand in it. */
    excerpts: z
      .record(z.string(), z.array(z.strictObject({ at: z.string(), says: z.string().min(1) })).min(1))
      .default({}),
  }),
})

/** Pages to look things up on. */
const referenceTexts = defineCollection({
  loader: glob({ base: './content/reference', pattern: '*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    description: z.string(),
    /** What the reader comes to look up. */
    question: z.string(),
    checked: z.string(),
  }),
})

/** Everything under content/ that pages read, by the name that they ask for. */
export const collections = {
  reference: referenceTexts,
  transcripts,
  lessons,
  sources,
  claims,
  glossary,
  misconceptions,
  quizzes,
  teaching,
  decks,
  engineChapters,
  engineNotShown,
  engineLeftOut,
}
