import type { Readable } from 'node:stream'
import { Parser } from 'saxen'
import { UnreadableFile } from './dialect'

/** What is told of an XML file while it is read: elements without their prefix, and the text within them. */
export interface XmlListener {
  open: (name: string, attribute: (name: string) => string | undefined) => void
  close: (name: string) => void
  text: (text: string) => void
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

// Excel writes characters that XML cannot hold as _x000D_.
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(ESCAPED, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** No tag and no text of a workbook is longer: a cell holds 32,767 characters. */
const LONGEST_TOKEN = 4 * 1024 * 1024

/**
 * Reads a stream of XML and tells the listener, yielding after each piece so that what was gathered can be handed on and
 * cleared. Entities of the file's own are not known, so none can grow. Throws UnreadableFile when it is no XML.
 */
export async function* readXml(stream: Readable, listener: XmlListener): AsyncGenerator<void> {
  const broken = () => new UnreadableFile('file_broken_workbook')
  let silent = 0
  const parser = new Parser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('openTag', (name, attributes, decode) => {
    silent = 0
    let read: Record<string, string> | undefined
    listener.open(local(name), (wanted) => {
      read ??= attributes()
      const value = read[wanted]
      return value?.includes('&') ? decode(value) : value
    })
  })
  parser.on('attention', () => {
    throw broken() // a workbook declares nothing: no type of document, no entities
  })
  parser.on('closeTag', (name) => listener.close(local(name)))
  parser.on('text', (text, decode) => listener.text(unescaped(decode(text))))
  parser.on('cdata', (text) => listener.text(unescaped(text)))
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of stream) {
      silent += chunk.length
      if (silent > LONGEST_TOKEN) throw broken()
      parser.write(decoder.decode(chunk as Buffer, { stream: true })) // streams of bytes hand out buffers
      yield
    }
    parser.end()
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken()
  } finally {
    stream.destroy()
  }
  yield
}

/** Reads a whole XML file that is small. */
export async function readWholeXml(stream: Readable, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(stream, listener));
}
