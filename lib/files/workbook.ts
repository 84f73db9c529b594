import { UnreadableFile } from './dialect'
import type { Unzipped } from './unzip'
import { readWholeXml, type XmlListener } from './xml-stream'

/** A sheet by the name that people see. */
export interface SheetPart {
  name: string
  path: string
  hidden: boolean
}

/** How numbers of a format are to be read. */
export type NumberStyle = 'number' | 'date' | 'percent'

/** What a workbook says about all of its sheets. */
export interface Workbook {
  /** Those that are shown first. */
  sheets: SheetPart[]
  /** Days count from 1904 instead of 1900. */
  from1904: boolean
  /** By the number of a cell's style. */
  styles: NumberStyle[]
  /** Where its shared strings are. */
  stringsPath: string
}

const MAIN = 'xl/workbook.xml'
const QUIET: XmlListener = { open: () => {}, close: () => {}, text: () => {} }

// The formats that every workbook knows without saying so: days and times.
const BUILT_IN_DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]
const BUILT_IN_PERCENTS = [9, 10]

function styleOfCode(code: string): NumberStyle {
  // Quoted words, colours and locales say nothing about the kind of number.
  const plain = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (plain.includes('%')) return 'percent'
  // Places for digits show a number, whatever letters stand beside them; days and times have none but parts of seconds.
  if (/[#?]|0/.test(plain.replaceAll(/s+\.0+/gi, 's'))) return 'number'
  return /[ymdhs]/i.test(plain) && !/^general$/i.test(plain) ? 'date' : 'number'
}

async function readStyles(zip: Unzipped, path: string): Promise<NumberStyle[]> {
  if (!zip.has(path)) return []
  const codes = new Map<number, NumberStyle>()
  const styles: NumberStyle[] = []
  let cells = false
  await readWholeXml(await zip.open(path), {
    ...QUIET,
    open(name, attribute) {
      if (name === 'numFmt')
        codes.set(Number(attribute('numFmtId')), styleOfCode(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') cells = true
      if (name !== 'xf' || !cells) return
      const id = Number(attribute('numFmtId') ?? 0)
      const builtIn = BUILT_IN_DATES.includes(id)
        ? 'date'
        : BUILT_IN_PERCENTS.includes(id)
          ? 'percent'
          : 'number'
      styles.push(codes.get(id) ?? builtIn)
    },
    close(name) {
      if (name === 'cellXfs') cells = false
    },
  })
  return styles
}

interface Target {
  path: string
  type: string
}

async function readTargets(zip: Unzipped): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>()
  await readWholeXml(await zip.open('xl/_rels/workbook.xml.rels'), {
    ...QUIET,
    open(name, attribute) {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? ''
      targets.set(attribute('Id') ?? '', { path, type })
    },
  })
  return targets
}

/** Reads what a workbook says about its sheets. Throws UnreadableFile when it is none. */
export async function readWorkbook(zip: Unzipped): Promise<Workbook> {
  if (!zip.has(MAIN)) throw new UnreadableFile('file_no_workbook')
  const targets = await readTargets(zip)
  const sheets: SheetPart[] = []
  let from1904 = false
  await readWholeXml(await zip.open(MAIN), {
    ...QUIET,
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const target = targets.get(attribute('r:id') ?? '')
      // Sheets of charts and of macros hold no rows.
      if (target?.type !== 'worksheet') return
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attribute('name') ?? '', path: target.path, hidden })
    },
  })
  if (sheets.length === 0) throw new UnreadableFile('file_no_workbook')
  const pathOf = (type: string, usual: string) =>
    [...targets.values()].find((target) => target.type === type)?.path ?? usual
  return {
    sheets: sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)),
    from1904,
    styles: await readStyles(zip, pathOf('styles', 'xl/styles.xml')),
    stringsPath: pathOf('sharedStrings', 'xl/sharedStrings.xml'),
  }
}
