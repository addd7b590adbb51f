import { EpubCheck } from '@likecoin/epubcheck-ts'
import { readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import type { Made } from '#build/packages/make.ts'

/** The XML files of a package that aren't well formed. */
export function xmlFaults({ name, files }: Made): readonly string[] {
  return Object.entries(files)
    .filter(([path]) => /\.(xml|opf|xhtml)$/.test(path))
    .flatMap(([path, content]) => {
      try {
        XmlDocument.fromString(String(content)).dispose()
        return []
      } catch (error) {
        return [`${name}, ${path}: ${String(error).slice(0, 300)}`]
      }
    })
}

/** What EPUBCheck's rules find wrong with a book: its errors and warnings. */
export async function epubFaults({ name, bytes }: Made): Promise<readonly string[]> {
  const { messages } = await EpubCheck.validate(bytes)
  return messages
    .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
    .map(
      ({ severity, id, message, location }) =>
        `${name}: ${severity} ${id}: ${message} (${location?.path ?? ''}:${location?.line ?? ''})`,
    )
}

/** The files of a QTI package, chosen by their paths, that a schema refuses, and how many were held to it. */
export function schemaFaults(
  { name, files }: Made,
  schema: string,
  isHeld: (path: string) => boolean,
): { readonly checked: number; readonly faults: readonly string[] } {
  xmlRegisterFsInputProviders()
  let validator: XsdValidator
  try {
    validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(schema, 'utf8'), { url: schema }))
  } catch (error) {
    return { checked: 0, faults: [`${schema} can’t be read as a schema: ${String(error).slice(0, 300)}`] }
  }
  const held = Object.entries(files).filter(([path]) => isHeld(path))
  const faults = held.flatMap(([path, content]) => {
    const file = XmlDocument.fromString(String(content))
    try {
      validator.validate(file)
      return []
    } catch (error) {
      return [`${name}, ${path}: ${String(error).slice(0, 400)}`]
    } finally {
      file.dispose()
    }
  })
  return { checked: held.length, faults }
}
