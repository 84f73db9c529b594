import { z } from 'zod'
import { reading } from '@/app/session'
import { accepting, proposalsOf } from '@/components/entry/article-proposals'
import { type EntryState, STEERING } from '@/components/entry/state'
import { nextRow } from '@/components/entry/texts'
import type { Viewer } from '@/lib/auth/viewer'
import { AGREEMENT_PROPOSALS, REGIONS } from '@/lib/domain/types'
import {
  Conflict,
  Forbidden,
  InvalidInput,
  type Problem,
  Refused,
  TooLarge,
  Unauthenticated,
} from '@/lib/errors'
import { uploadAttachment } from '@/lib/features/attachments/upload-attachment'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import { editProposal } from '@/lib/features/proposals/edit-proposal'
import { getProposal } from '@/lib/features/proposals/get-proposal'
import { previewProposal } from '@/lib/features/proposals/preview-proposal'
import { submitProposal } from '@/lib/features/proposals/submit-proposal'
import { type Fields, fieldsOfEntry, pathInForm, payloadOfFields } from '@/lib/schemas/entry-rows'
import type { Payload } from '@/lib/schemas/proposal'
import { literalPayload } from '@/lib/schemas/typed-payload'
import { entryAddress } from './entry-address'

const texts = z.record(z.string(), z.string())

/** What of a form's state steers the verbs; the browser sends it, so it is read like any input. */
const steered = z.object({
  kind: z.enum(AGREEMENT_PROPOSALS),
  reference: z.string().nullable(),
  currency: z.string().nullable(),
  recordVersion: z.int().nullable(),
  id: z.string().nullable(),
  version: z.int(),
  key: z.uuid(),
  base: texts,
  theirs: z.object({ version: z.int(), fields: texts, baseVersion: z.int().nullable() }).nullable(),
})

type Asked = EntryState & z.output<typeof steered>

interface Draft {
  id: string
  version: number
  subject: string | null
}

const EMPTY: Payload = { cells: {}, claims: [], commitments: [] }

function typedFields(form: FormData): Fields {
  const typed = [...form].filter((one): one is [string, string] => typeof one[1] === 'string')
  return Object.fromEntries(typed.filter(([name]) => !STEERING.test(name)))
}

/** The answer to one request of a form. */
export async function answerOf(before: EntryState, form: FormData): Promise<EntryState> {
  const asked: Asked = { ...before, ...steered.parse(before) }
  const fields = typedFields(form)
  const intent = String(form.get('intent') ?? 'save')
  const state: Asked = { ...asked, fields, outcome: null, next: null }
  const [verb, what = ''] = intent.split(':')
  if (verb === 'read') return state
  if (verb === 'more') {
    const row = nextRow(fields, what)
    return row === null ? state : { ...state, fields: { ...fields, [row]: '' } }
  }
  if (verb === 'accept') {
    const proposal = proposalsOf(fields)[Number(what)]
    return proposal ? { ...state, fields: { ...fields, ...accepting(fields, proposal) } } : state
  }
  try {
    await attach(form, fields)
    if (verb === 'resolve') return await keep(resolved(state, form), 'save')
    return await keep({ ...state, theirs: null }, verb === 'submit' ? 'submit' : 'save')
  } catch (error) {
    return refusedBy(error, state)
  }
}

/** A file that came with the form: where there is no JavaScript to send it ahead. */
async function attach(form: FormData, fields: Fields): Promise<void> {
  const file = form.get('upload')
  if (!(file instanceof File) || file.size === 0) return
  const { viewer } = await reading()
  try {
    const body = file.stream() as unknown as AsyncIterable<Uint8Array> // Node's streams iterate; the DOM's types do not say so
    const kept = await uploadAttachment({ viewer, fileName: file.name, body, clock: Date.now })
    fields.source_attachment = kept.name
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    throw new InvalidInput(error.problems.map((one) => ({ ...one, path: 'source_attachment' })))
  }
}

/** What is chosen of two versions: ours stands in the fields already. */
function resolved(state: Asked, form: FormData): Asked {
  const { theirs } = state
  if (!theirs) return state
  const chosen = Object.entries(theirs.fields).filter(
    ([name]) => form.get(`choose.${name}`) === 'theirs',
  )
  const gone = Object.keys(state.fields).filter(
    (name) => form.get(`choose.${name}`) === 'theirs' && !(name in theirs.fields),
  )
  const fields = { ...state.fields, ...Object.fromEntries(chosen) }
  for (const name of gone) fields[name] = ''
  return { ...state, version: theirs.version, fields }
}

async function draftOf(viewer: Viewer, state: Asked): Promise<Draft> {
  const { kind, reference, fields, id, version, key } = state
  const baseVersion = state.recordVersion ?? undefined
  if (id !== null) return { id, version, subject: reference }
  const intended = REGIONS.find((code) => code === fields.region?.trim()) ?? null
  // An empty draft first: whatever was typed when the form is sent again, the key finds the same one.
  return createProposal({
    ...{ viewer, kind, reference, payload: EMPTY, intended, baseVersion, key },
    clock: Date.now,
  })
}

async function keep(state: Asked, step: 'save' | 'submit'): Promise<EntryState> {
  const { viewer } = await reading()
  const { kind, fields, theirs } = state
  const typed = payloadOfFields(kind, fields)
  const literal = literalPayload(kind, typed.payload, state.currency)
  const draft = await draftOf(viewer, state)
  const baseVersion = theirs?.baseVersion ?? undefined
  let kept: Draft
  try {
    const { payload } = typed
    kept = await editProposal({ viewer, ...draft, payload, baseVersion, clock: Date.now })
  } catch (error) {
    if (!(error instanceof Conflict) && !isClosed(error)) throw error
    return moved(viewer, { ...state, id: draft.id }, typed.payload)
  }
  const at = Date.now()
  const saved: Asked = {
    ...state,
    id: kept.id,
    version: kept.version,
    base: fields,
    theirs: null,
    outcome: 'kept',
    keptAt: at,
  }
  const unread = [...typed.problems, ...literal.problems]
  const { payload } = literal
  const preview = await previewProposal({
    viewer,
    kind,
    reference: kept.subject,
    payload,
    clock: Date.now,
  })
  const told: Asked = {
    ...saved,
    warnings: preview.warnings,
    standings: preview.effect?.standings ?? [],
    problems: located(fields, merged(unread, preview.problems)),
  }
  if (step === 'save') return told
  if (told.problems.length > 0) return { ...told, outcome: 'refused', checked: true }
  return submitted(viewer, told, payload)
}

/** Hands the entry in as the literals that were read from it. */
async function submitted(viewer: Viewer, state: Asked, payload: Payload): Promise<EntryState> {
  const id = state.id ?? ''
  try {
    const final = await editProposal({
      viewer,
      id,
      version: state.version,
      payload,
      clock: Date.now,
    })
    await submitProposal({ viewer, id, version: final.version, clock: Date.now })
    return { ...state, outcome: 'submitted', next: entryAddress(state, { draft: id, sent: true }) }
  } catch (error) {
    if (error instanceof InvalidInput)
      return {
        ...state,
        problems: located(state.fields, error.problems),
        outcome: 'refused',
        checked: true,
      }
    if (!(error instanceof Conflict) && !isClosed(error)) throw error
    return moved(viewer, state, payload)
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof Refused && error.code === 'proposal_not_editable'
}

/** Somebody was faster: perhaps this same form, sent twice; else both versions are shown. */
async function moved(viewer: Viewer, state: Asked, payload: Payload): Promise<EntryState> {
  const id = state.id ?? ''
  const { proposal, fields, stale } = await getProposal(viewer, id, Date.now)
  const theirs = fieldsOfEntry(proposal.payload)
  const same = JSON.stringify(theirs) === JSON.stringify(fieldsOfEntry(payload))
  if (proposal.state === 'submitted' && same)
    return { ...state, outcome: 'submitted', next: entryAddress(state, { draft: id, sent: true }) }
  if (proposal.state !== 'draft' && proposal.state !== 'returned')
    return { ...state, outcome: 'moved' }
  if (same && !stale)
    return {
      ...state,
      version: proposal.version,
      base: state.fields,
      outcome: 'kept',
      keptAt: proposal.updatedAt,
    }
  const current = stale ? Object.fromEntries(fields.map((one) => [one.path, one.current])) : {}
  return {
    ...state,
    outcome: 'conflict',
    theirs: { version: proposal.version, fields: { ...theirs, ...current }, baseVersion: null },
  }
}

/** One problem a field: what could not be read says more than what the reading's absence breaks. */
export function merged(first: readonly Problem[], then: readonly Problem[]): Problem[] {
  const said = new Set(first.map(({ path }) => path.split('.')[0]))
  if (said.has('amount')) said.add('currency') // an amount that is not there needs no currency
  if (said.has('id')) said.add('what') // one choice says both
  return [...first, ...then.filter(({ path }) => !said.has(path.split('.')[0]))]
}

/** Problems where the form shows their fields. */
export function located(fields: Fields, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: pathInForm(fields, problem.path) }))
}

/** What the page says where nothing could be kept; the text stays in the form. */
function refusedBy(error: unknown, state: Asked): EntryState {
  if (error instanceof Unauthenticated) return { ...state, outcome: 'signedOut' }
  if (error instanceof TooLarge)
    return {
      ...state,
      problems: [{ path: 'source_attachment', code: 'attachment_too_large' }],
      outcome: 'tooLarge',
      checked: true,
    }
  if (error instanceof Conflict) return { ...state, outcome: 'overtaken' }
  if (error instanceof Forbidden) return { ...state, outcome: 'forbidden' }
  if (error instanceof InvalidInput)
    return {
      ...state,
      problems: located(state.fields, error.problems),
      outcome: 'tooLarge',
      checked: true,
    }
  throw error
}
