import type { FiledLesson, QuestionFile } from '#learning/question-file.ts'
import type { Files } from '../archive.ts'
import { xml, xmlFile } from '../xml.ts'
import type { XmlElement } from '../xml.ts'
import { hasItem, itemId, qtiItem } from './item.ts'
import { qtiReadme } from './readme.ts'
import { version3 } from './version-3.ts'

/** The versions of QTI that are written. */
type QtiVersion = '2.1' | '3.0'

interface Dialect {
  readonly namespace: string
  readonly schema: string
  readonly packaging: string
  readonly packagingSchema: string
  readonly itemType: string
  readonly testType: string
  readonly schemaName: string
}

const dialects: Readonly<Record<QtiVersion, Dialect>> = {
  '2.1': {
    namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
    schema: 'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd',
    packaging: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    packagingSchema: 'http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd',
    itemType: 'imsqti_item_xmlv2p1',
    testType: 'imsqti_test_xmlv2p1',
    schemaName: 'QTIv2.1 Package',
  },
  '3.0': {
    namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    schema: 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
    packaging: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
    packagingSchema: 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd',
    itemType: 'imsqti_item_xmlv3p0',
    testType: 'imsqti_test_xmlv3p0',
    schemaName: 'QTI Package',
  },
}

/** The course's questions as a QTI package: one item each, and a test with a section for each lesson. */
export function qtiPackage({ lessons }: QuestionFile, version: QtiVersion): Files {
  const dialect = dialects[version]
  const file = (root: XmlElement) => {
    const spoken = version === '3.0' ? version3(root) : root
    return xmlFile({
      ...spoken,
      attributes: {
        xmlns: dialect.namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${dialect.namespace} ${dialect.schema}`,
        ...spoken.attributes,
      },
    })
  }
  const items = lessons.flatMap(({ questions }) => questions.filter(hasItem))
  return {
    'imsmanifest.xml': xmlFile(manifest(dialect, items.map(itemId))),
    'README.txt': qtiReadme(lessons, version),
    'test.xml': file(test(lessons)),
    ...Object.fromEntries(
      items.map((question) => [`items/${itemId(question)}.xml`, file(qtiItem(question))]),
    ),
  }
}

function test(lessons: readonly FiledLesson[]): XmlElement {
  return xml(
    'assessmentTest',
    { identifier: 'anti-entropy', title: 'Anti-Entropy: the questions of the course' },
    [
      xml('testPart', { identifier: 'course', navigationMode: 'nonlinear', submissionMode: 'individual' }, [
        ...lessons.map(({ lesson, title, questions }) =>
          xml(
            'assessmentSection',
            { identifier: `section-${lesson}`, title, visible: true },
            questions.filter(hasItem).map((question) =>
              xml('assessmentItemRef', {
                identifier: `ref-${itemId(question)}`,
                href: `items/${itemId(question)}.xml`,
                category: lesson,
              }),
            ),
          ),
        ),
      ]),
    ],
  )
}

function manifest(dialect: Dialect, ids: readonly string[]): XmlElement {
  const item = (id: string) => `items/${id}.xml`
  return xml(
    'manifest',
    {
      xmlns: dialect.packaging,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${dialect.packaging} ${dialect.packagingSchema}`,
      identifier: 'anti-entropy-questions',
    },
    [
      xml('metadata', {}, [
        xml('schema', {}, [dialect.schemaName]),
        xml('schemaversion', {}, [dialect.schemaName.startsWith('QTIv2') ? '1.0.0' : '3.0.0']),
      ]),
      xml('organizations'),
      xml('resources', {}, [
        xml('resource', { identifier: 'resource-test', type: dialect.testType, href: 'test.xml' }, [
          xml('file', { href: 'test.xml' }),
          ...ids.map((id) => xml('dependency', { identifierref: `resource-${id}` })),
        ]),
        xml('resource', { identifier: 'resource-readme', type: 'webcontent', href: 'README.txt' }, [
          xml('file', { href: 'README.txt' }),
        ]),
        ...ids.map((id) =>
          xml('resource', { identifier: `resource-${id}`, type: dialect.itemType, href: item(id) }, [
            xml('file', { href: item(id) }),
          ]),
        ),
      ]),
    ],
  )
}
