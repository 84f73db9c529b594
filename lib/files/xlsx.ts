import { Readable } from 'node:stream'
import type { FileTable } from './table'
import {
  contentTypesXml,
  ROOT_RELATIONS_XML,
  STYLES_XML,
  workbookRelationsXml,
  workbookXml,
} from './xlsx-parts'
import { columnName, sheetXml } from './xlsx-sheet'
import { zipOf } from './zip'

/** A worksheet of a workbook; its table is asked for when its turn comes, so that a later sheet can speak about an earlier one. */
export interface Sheet {
  name: string
  table: () => FileTable | Promise<FileTable>
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The bytes of a workbook, row by row as the reader takes them; read from the right where `rightToLeft`. */
export function xlsxOf(
  sheets: readonly Sheet[],
  { rightToLeft, close }: { rightToLeft: boolean; close?: () => void },
): Readable {
  const ranges: string[] = []
  const parts = sheets.map(({ table }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    open: async () => {
      const content = await table()
      const last = columnName(content.columns.length - 1)
      const xml = sheetXml(content, rightToLeft, (rows) => {
        ranges[index] = `A1:${last}${rows + 1}`
      })
      return Readable.from(xml)
    },
  }))
  return zipOf(
    [
      { name: '[Content_Types].xml', open: () => contentTypesXml(sheets.length) },
      { name: '_rels/.rels', open: () => ROOT_RELATIONS_XML },
      { name: 'xl/styles.xml', open: () => STYLES_XML },
      ...parts,
      {
        name: 'xl/workbook.xml',
        open: () =>
          workbookXml(
            sheets.map(({ name }, index) => ({ name, filtered: ranges[index] ?? 'A1:A1' })),
          ),
      },
      { name: 'xl/_rels/workbook.xml.rels', open: () => workbookRelationsXml(sheets.length) },
    ],
    close,
  )
}
