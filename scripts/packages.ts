/**
 * Makes the packages of a built site again (dist, or OUT_DIR) and checks them: every XML file is well formed, and the book
 * has no fault that EPUBCheck's rules name. With `--schemas DIR`, a folder that holds the QTI schemas (imsqti_v2p1p1.xsd, and
 * imsqti_asiv3p0_v1p0.xsd or its published profile imsqti_asiv3p0_sbacv1p0_v1p0.xsd, which allows less and adds attributes that
 * we don't use; for the manifests imscp_v1p1.xsd and imsqtiv3p0_imscpv1p2_v1p0.xsd), every item, test and manifest is held to
 * them as well. Prints what was checked; exits with 1 on a fault.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { QuestionFile } from '#learning/question-file.ts'
import { modifiedAt } from '#build/packages/integration.ts'
import { leftOutOfQti, makePackages, writePackages } from '#build/packages/make.ts'
import type { Made } from '#build/packages/make.ts'
import { epubFaults, schemaFaults, xmlFaults } from './package-checks.ts'

const folder = process.env.OUT_DIR ?? 'dist'
if (!existsSync(join(folder, 'course/index.html'))) {
  console.error(`There is no ${folder}/course/ to make packages of: run npm run build first.`)
  process.exit(1)
}
const made = await makePackages(folder, process.env.SITE || undefined, modifiedAt())
await writePackages(folder, made)
const faults: string[] = []
for (const one of made) {
  faults.push(...xmlFaults(one))
  console.log(
    `${one.name}: ${Object.keys(one.files).length} files, ${Math.round(one.bytes.length / 1024)} KB`,
  )
}
const questions = JSON.parse(readFileSync(join(folder, 'teach/questions.json'), 'utf8')) as QuestionFile
for (const [kind, count] of leftOutOfQti(questions))
  console.log(`left out of QTI: ${count} of the kind ${kind}`)
faults.push(...(await epubFaults(made.find(({ name }) => name.endsWith('.epub'))!)))
const at = process.argv.indexOf('--schemas')
if (at >= 0) faults.push(...againstSchemas(resolve(process.argv[at + 1] ?? '.'), made))
for (const fault of faults) console.error(fault)
console.log(`${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1

/** Items and tests have one schema, the list of a package's files another. */
function isAsked(path: string): boolean {
  return path === 'test.xml' || path.startsWith('items/')
}

function isManifest(path: string): boolean {
  return path === 'imsmanifest.xml'
}

function againstSchemas(schemas: string, all: readonly Made[]): readonly string[] {
  const found = readdirSync(schemas, { recursive: true }).map(String)
  return (
    [
      ['2.1', isAsked, ['imsqti_v2p1p1.xsd']],
      ['2.1', isManifest, ['qtiv2p1_imscpv1p2_v1p0.xsd', 'imscp_v1p1.xsd']],
      ['3.0', isAsked, ['imsqti_asiv3p0_v1p0.xsd', 'imsqti_asiv3p0_sbacv1p0_v1p0.xsd']],
      ['3.0', isManifest, ['imsqtiv3p0_imscpv1p2_v1p0.xsd']],
    ] as const
  ).flatMap(([version, isHeld, names]) => {
    const path = names.flatMap((name) => found.filter((one) => basename(one) === name))[0]
    if (path === undefined) {
      console.log(`QTI ${version}: not held to a schema, because ${schemas} has no ${names.join(' or ')}`)
      return []
    }
    const { checked, faults } = schemaFaults(
      all.find((one) => one.name.includes(`qti-${version}`))!,
      join(schemas, path),
      isHeld,
    )
    console.log(`QTI ${version}: ${checked} files held to ${basename(path)}`)
    return faults
  })
}
