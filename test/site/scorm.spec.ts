import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import type { FiledQuestion, QuestionFile } from '#learning/question-file.ts'
import { at, expect, test } from './site.ts'

const folder = process.env.OUT_DIR ?? 'dist'
const lesson = 'merkle-trees'
/** What a platform's own object says, whichever version it speaks. */
const versions = {
  '1.2': {
    api: 'API',
    maker: 'Scorm12API',
    done: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    full: 100,
  },
  '2004': {
    ...{ api: 'API_1484_11', maker: 'Scorm2004API', done: 'cmi.completion_status' },
    ...{ score: 'cmi.score.scaled', full: 1 },
  },
} as const

/** A page as a learning platform's: the real object of scorm-again, and below it the lesson in a frame. */
const platformPage = (api: string, maker: string, kept: string) => `<!doctype html><title>A platform</title>
<script src="/platform/scorm-again.js"></script>
<script>
  window.${api} = new ${maker}({ autocommit: false, logLevel: 5 })
  const kept = ${kept}
  if (kept) window.${api}.loadFromJSON(kept.cmi, 'cmi')
</script>
<iframe src="/package/${lesson}/index.html" width="1000" height="800"></iframe>`

// The platform and the package are other sites' pages: they have their own rules for what they log.
test.use({ mayComplain: true })

for (const [version, { api, maker, done, score, full }] of Object.entries(versions))
  test(`the SCORM ${version} package reports score and completion to a platform, and resumes where it was left`, async ({
    page,
  }) => {
    const zip = join(folder, `packages/anti-entropy-scorm-${version}.zip`)
    expect(existsSync(zip), zip).toBe(true)
    const files = unzipSync(readFileSync(zip))
    let kept = 'undefined'
    await page.route('**/package/**', (route) => {
      const path = new URL(route.request().url()).pathname.replace('/package/', '')
      const body = files[path]
      const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }
      return body === undefined
        ? route.fulfill({ status: 404 })
        : route.fulfill({ body: Buffer.from(body), contentType: types[path.split('.').pop()!] ?? '' })
    })
    await page.route('**/platform/scorm-again.js', (route) =>
      route.fulfill({
        path: 'node_modules/scorm-again/dist/scorm-again.min.js',
        contentType: 'text/javascript',
      }),
    )
    await page.route('**/platform/', (route) =>
      route.fulfill({ body: platformPage(api, maker, kept), contentType: 'text/html' }),
    )
    const told = (name: string) =>
      page.evaluate(
        ([object, key]) => {
          const known = (window as unknown as Record<string, { lmsGetValue(name: string): unknown }>)[object]
          return String(known!.lmsGetValue(key))
        },
        [api, name] as const,
      )
    const frame = page.frameLocator('iframe')
    const status = frame.locator('[data-sco]')

    await page.goto(at('/platform/'))
    await expect(status).toHaveAttribute('data-sco', version)
    expect(await told(done)).toBe('incomplete')
    const asked = frame.locator('form[data-question]')
    const ids = await asked.evaluateAll((forms) => forms.map((form) => form.getAttribute('data-question')!))
    expect(ids.length).toBeGreaterThan(5)
    // All but the last are answered rightly, then the visit ends: the platform has no word of an end.
    for (const id of ids.slice(0, -1)) await answer(page, id)
    await expect(status).toHaveAttribute('data-answered', `${ids.length - 1}`)
    expect(await told(done)).toBe('incomplete')
    kept = await page.evaluate((object) => {
      document.querySelector('iframe')!.remove()
      const known = (window as unknown as Record<string, { renderCMIToJSONString(): string }>)[object]!
      return known.renderCMIToJSONString()
    }, api)
    expect(kept).toContain('suspend')

    // The next visit: another page, and a platform that knows what was said on the first.
    await page.goto(at('/platform/'))
    await expect(status).toHaveAttribute('data-answered', `${ids.length - 1}`)
    await expect(asked.first()).toHaveAttribute('data-state', 'right')
    await expect(asked.last()).toHaveAttribute('data-state', 'open')
    await answer(page, ids.at(-1)!)
    await expect(status).toHaveAttribute('data-answered', `${ids.length}`)
    await expect(frame.locator('form[data-state="right"]')).toHaveCount(ids.length)
    expect(await told(done)).toBe('completed')
    expect(Number(await told(score))).toBe(full)
  })

/** Answers a question as its key says, by what a reader would press. */
async function answer(page: Page, id: string): Promise<void> {
  const question = filed().find((one) => one.id === id)
  if (question === undefined) throw new Error(`the package asks ${id}, and teach/questions.json doesn’t`)
  const form = page.frameLocator('iframe').locator(`form[data-question="${id}"]`)
  const { kind, data } = question
  if (kind === 'number' || kind === 'short-text') {
    const { value, forms } = data as { value?: number; forms?: readonly string[] }
    await form
      .locator('input')
      .first()
      .fill(String(value ?? forms![0]))
  } else if (kind === 'order') await putInOrder(form, (data as { right: readonly string[] }).right)
  else if (kind === 'leaf')
    await form
      .locator('input[type="radio"]')
      .nth((data as { leaf: number }).leaf)
      .check()
  else if (kind === 'click') await form.locator(`input[value="${(data as { right: string }).right}"]`).check()
  else
    for (const { id: option, isRight } of (data as { options: readonly { id: string; isRight: boolean }[] })
      .options)
      if (isRight) await form.locator(`input[value="${option}"]`).check()
  await form.getByRole('button', { name: 'Check' }).click()
  await expect(form, id).toHaveAttribute('data-state', 'right')
}

async function putInOrder(form: ReturnType<Page['locator']>, right: readonly string[]): Promise<void> {
  for (const [place, id] of right.entries()) {
    const steps = () =>
      form.locator('[data-step]').evaluateAll((all) => all.map((step) => step.getAttribute('data-step')))
    for (let at = (await steps()).indexOf(id); at > place; at--) {
      await form
        .locator(`[data-step="${id}"]`)
        .getByRole('button', { name: /^Move up/ })
        .click()
      await expect.poll(async () => (await steps()).indexOf(id)).toBe(at - 1)
    }
  }
}

const filed = (): readonly FiledQuestion[] =>
  (JSON.parse(readFileSync(join(folder, 'teach/questions.json'), 'utf8')) as QuestionFile).lessons.flatMap(
    ({ questions }) => questions,
  )
