import { xml, xmlFile } from '../xml.ts'
import type { XmlElement } from '../xml.ts'

/** The versions of SCORM that are written. */
export type ScormVersion = '1.2' | '2004'

/** A lesson as a part of a SCORM package that is launched and tracked by itself. */
interface Sco {
  readonly lesson: string
  readonly title: string
  /** What it's made of, its page first. */
  readonly files: readonly string[]
}

/** The manifest of a SCORM package. Neither version's schemas are packed with it: platforms have them. */
export function scormManifest(scos: readonly Sco[], version: ScormVersion): string {
  const isNew = version === '2004'
  const type = isNew ? 'adlcp:scormType' : 'adlcp:scormtype'
  return xmlFile(
    xml('manifest', namespaces(isNew), [
      xml('metadata', {}, [
        xml('schema', {}, ['ADL SCORM']),
        xml('schemaversion', {}, [isNew ? '2004 4th Edition' : '1.2']),
      ]),
      xml('organizations', { default: 'course' }, [
        xml('organization', { identifier: 'course' }, [
          xml('title', {}, ['Anti-Entropy, an interactive notebook of distributed systems']),
          ...scos.map(({ lesson, title }) =>
            xml('item', { identifier: `item-${lesson}`, identifierref: `resource-${lesson}` }, [
              xml('title', {}, [title]),
            ]),
          ),
          ...(isNew ? [freely] : []),
        ]),
      ]),
      xml(
        'resources',
        {},
        scos.map(({ lesson, files }) =>
          xml(
            'resource',
            { identifier: `resource-${lesson}`, type: 'webcontent', [type]: 'sco', href: files[0]! },
            files.map((href) => xml('file', { href })),
          ),
        ),
      ),
    ]),
  )
}

/** Lessons may be taken in any sequence. */
const freely: XmlElement = xml('imsss:sequencing', {}, [
  xml('imsss:controlMode', { choice: true, flow: true }),
])

const namespaces = (isNew: boolean) =>
  isNew
    ? {
        identifier: 'anti-entropy',
        version: '1',
        xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
        'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
      }
    : {
        identifier: 'anti-entropy',
        version: '1',
        xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      }
