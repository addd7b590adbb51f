import { toHtml } from 'hast-util-to-html'
import type { FiledLesson, QuestionFile } from '#learning/question-file.ts'
import type { Files } from '../archive.ts'
import type { Chapter } from '../chapters.ts'
import { scormManifest } from './manifest.ts'
import type { ScormVersion } from './manifest.ts'

/** What every lesson of a package shares. */
export interface Shared {
  /** The program that asks the questions and talks to the platform. */
  readonly player: string
  readonly style: string
}

/** The lessons as a SCORM package: each has its text, and its questions alive below it. */
export function scormPackage(
  { lessons }: QuestionFile,
  chapters: readonly Chapter[],
  { player, style }: Shared,
  version: ScormVersion,
): Files {
  const scos = lessons.map(({ lesson, title }) => ({
    ...{ lesson, title },
    files: [`${lesson}/index.html`, 'shared/player.js', 'shared/style.css'],
  }))
  const pages = lessons.map((lesson) => {
    const chapter = chapters.find(({ id }) => id === lesson.lesson)
    if (chapter === undefined) throw new Error(`the course's page has no chapter "${lesson.lesson}"`)
    return [`${lesson.lesson}/index.html`, scoPage(lesson, chapter)] as const
  })
  return {
    'imsmanifest.xml': scormManifest(scos, version),
    ...Object.fromEntries(pages),
    'shared/player.js': player,
    'shared/style.css': style,
  }
}

/** A lesson's page. What it asks stands in it as data: a text that no script of the platform runs. */
function scoPage({ lesson, title, questions }: FiledLesson, { element, links }: Chapter): string {
  const data = JSON.stringify({ lesson, questions: questions.map(({ run: _run, ...question }) => question) })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml({ type: 'text', value: title })}</title>
<link rel="stylesheet" href="../shared/style.css">
</head>
<body>
<main><div class="page paper sco">
${toHtml(element)}
<section class="appendix prose" data-sco-questions></section>
${links ? toHtml(links) : ''}
<p>From Anti-Entropy, an interactive notebook of distributed systems. Texts under CC BY 4.0, code under the MIT licence.</p>
</div></main>
<script type="application/json" id="questions-data">${data.replaceAll('<', '\\u003c')}</script>
<script src="../shared/player.js"></script>
</body>
</html>
`
}
