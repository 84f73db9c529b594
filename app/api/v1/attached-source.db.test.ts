import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { GET as exported } from '@/app/api/v1/[file]/route'
import { accountViewer, terminal } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { uploadAttachment } from '@/lib/features/attachments/upload-attachment'
import { importFile } from '@/lib/features/imports/import-file'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import type { ImportKind } from '@/lib/schemas/import'
import { parsePayload } from '@/lib/schemas/proposal'

process.env.PLEDGEBOOK_DATA_DIR = await mkdtemp(path.join(tmpdir(), 'attached-'))
process.env.PLEDGEBOOK_URL = 'https://book.example.org'
afterAll(disconnect)

const clock = Date.now
const author = accountViewer({ id: 'amina', role: 'editor', region: null })
const reviewer = accountViewer({ id: 'rachid', role: 'reviewer', region: null })
const PDF = Buffer.from('%PDF-1.4\nstartxref\n9\n%%EOF\n')

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
const upload = async () =>
  (await uploadAttachment({ viewer: author, fileName: 'paper.pdf', body: once(PDF), clock })).name

async function accepted(
  kind: 'agreement' | 'report' | 'amendment' | 'event',
  reference: string | null,
  cells: object,
) {
  const payload = parsePayload(kind, cells)
  const made = { viewer: author, kind, reference, payload, submit: true, clock }
  const { id, version } = await createProposal(made)
  return acceptProposal({ viewer: reviewer, id, version, clock })
}

async function file(name: string): Promise<string> {
  const request = new Request(`https://book.example.org/api/v1/${name}.csv?shape=import`)
  const response = await exported(request, { params: Promise.resolve({ file: `${name}.csv` }) })
  return response.text()
}

test('records whose only source is an attached file are accepted, exported with its address, and imported again without a change', async () => {
  const [paper, scan, letter, notice] = [
    await upload(),
    await upload(),
    await upload(),
    await upload(),
  ]
  const { reference } = await accepted('agreement', null, {
    ...{ title: 'A plant', type: 'mou', binding: 'unknown', company: 'Acme', sector: 'rail' },
    ...{ signed_on: '2024-01-15', region: 'MA-04', jobs_measure: 'net_new_jobs', jobs: '1000' },
    ...{ jobs_scope: 'direct', deadline: 'by 2027', baseline_headcount: '50', lifecycle: 'signed' },
    ...{ amount_missing: 'not_stated', source_attachment: paper },
  })
  await accepted('report', reference, {
    ...{ data_date: '2025-06-30', kind: 'created_cumulative', value: '120' },
    ...{ evidence: 'documented', source_attachment: scan },
  })
  await accepted('amendment', reference, {
    ...{ measure: 'net_new_jobs', kind: 'amendment', effective_on: '2025-01-01' },
    ...{ quantity: '1400', deadline: 'by 2028', source_attachment: letter },
  })
  await accepted('event', reference, {
    ...{ kind: 'in_force', on: '2024-03-01', source_attachment: notice },
  })
  const cited = [
    ['agreements', paper],
    ['reports', scan],
    ['amendments', letter],
    ['events', notice],
  ] as const
  for (const [kind, name] of cited) {
    const text = await file(kind)
    expect(text).toContain(`https://book.example.org/api/v1/attachments/${name}`)
    // The book may have moved to another address since.
    for (const body of [text, text.replaceAll('https://book.example.org', 'http://127.0.0.1:3000')])
      expect(await broughtBack(kind, body)).toMatchObject({ created: 0, updated: 0, refused: [] })
  }
})

function broughtBack(kind: ImportKind, text: string) {
  const brought = { viewer: terminal(), kind, file: Buffer.from(text), dryRun: true, clock }
  return importFile(brought)
}

test('in a book that does not have the file, its address is the address of a page', async () => {
  const text = (await file('agreements'))
    .replaceAll(/attachments\/[0-9a-f]{32}/g, `attachments/${'0'.repeat(32)}`)
    .replace('ACME-2024', 'ELSEWHERE-2024')
  expect(await broughtBack('agreements', text)).toMatchObject({ created: 1, refused: [] })
})
