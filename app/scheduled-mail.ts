import type { Readable } from 'node:stream'
import { reportMail } from '@/components/saved-reports/report-mail'
import { apiText } from '@/lib/api-text'
import { publicBase } from '@/lib/env'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import type { Means } from '@/lib/features/schedules/send-due'
import { XLSX_TYPE } from '@/lib/files/xlsx'
import { printFilters } from '@/lib/schemas/filters'

/** What a mail carries at most; many mail servers refuse more. */
const MOST_BYTES = 10_000_000

/** A file to its end; null when it is longer than a mail carries, and then no more of it is read. */
async function wholeOf(stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MOST_BYTES) return null // leaving the loop destroys the stream
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

const write: Means['write'] = async ({ viewer, file, filters, workbook }) => {
  const open = workbook ? openWorkbook : openFile
  const { stream, name } = await open(viewer, file, filters)
  return {
    name,
    contentType: workbook ? XLSX_TYPE : 'text/csv; charset=utf-8',
    content: await wholeOf(stream),
    path: `/api/v1/${file}.${workbook ? 'xlsx' : 'csv'}?${printFilters(filters)}`,
  }
}

const compose: Means['compose'] = (due, written) =>
  reportMail(due.language, apiText(due.language), publicBase(), due, written)

/** What the verb that sends reports is lent: the files of the exports and the words of a mail. */
export const MEANS: Means = { write, compose }
