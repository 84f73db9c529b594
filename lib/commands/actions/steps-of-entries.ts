import { randomUUID } from 'node:crypto'
import type { Fields } from './call'
import { cellsOf, proposal, published } from './records'
import { byTable, MINE, ONE, OWN, OWN_AND_OTHERS, type Sent, type Step } from './step'

const REVIEW = 'app/(desk)/review/actions.ts'
const ENTER = 'app/(desk)/agreements/enter.ts enter'

/** What an entry form holds before anything was sent, or of a draft that was opened. */
function entry(more: object = {}): object {
  return {
    ...{ kind: 'agreement', reference: null, currency: null, recordVersion: null },
    ...{ id: null, version: 0, key: randomUUID(), fields: {}, base: {}, problems: [] },
    ...{ warnings: [], standings: [], checked: false, outcome: null, theirs: null, next: null },
    ...{ keptAt: null, ...more },
  }
}

const entering = (intent: string, state: object, cells: Fields): Sent => ({
  path: '/agreements/new',
  state,
  fields: { ...cells, intent, scripted: '1' },
})

const PDF = new File(['%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n'], 'agreement.pdf')

/** Entering, and what becomes of entries. */
export const STEPS_OF_ENTRIES: Step[] = [
  {
    ...{ name: 'enter an agreement', action: ENTER, about: OWN, may: byTable('proposal.create') },
    form: async (_, { region }) => entering('keep', entry(), cellsOf(region)),
  },
  {
    // A file belongs to no region: whoever may enter anything may bring one.
    ...{ name: 'bring a source', action: ENTER, about: MINE, may: byTable('proposal.create') },
    form: async (_, { region }) => entering('keep', entry(), { ...cellsOf(region), upload: PDF }),
  },
  ...(['keep', 'save', 'submit'] as const).map(
    (intent): Step => ({
      ...{ name: `${intent} a draft`, action: ENTER, about: OWN_AND_OTHERS },
      may: byTable('proposal.edit'),
      form: async (asker, about) => {
        const { id, version, subject, cells } = await proposal(asker, about, false)
        const state = entry({ id, version, reference: subject })
        return entering(intent, state, { ...cells, title: `Another title of ${subject}` })
      },
    }),
  ),
  {
    ...{ name: 'resolve a conflict', action: ENTER, about: OWN_AND_OTHERS },
    may: byTable('proposal.edit'),
    form: async (asker, about) => {
      const { id, version, subject, cells } = await proposal(asker, about, false)
      const theirs = { version, fields: cells, baseVersion: null }
      const state = entry({ id, version: 0, reference: subject, theirs })
      return entering('resolve', state, { ...cells, title: `Mine of ${subject}` })
    },
  },
  {
    ...{ name: 'accept', action: `${REVIEW} accept`, about: OWN_AND_OTHERS },
    may: byTable('proposal.review'),
    form: async (asker, about) => {
      const { id, version } = await proposal(asker, about, true)
      return { path: `/review/${id}`, fields: { id, version: String(version) } }
    },
  },
  {
    ...{ name: 'accept several', action: `${REVIEW} acceptChosen`, about: OWN_AND_OTHERS },
    may: byTable('proposal.review'),
    form: async (asker, about) => {
      const { id, version } = await proposal(asker, about, true)
      return { path: `/review/${id}`, fields: { items: `${id}.${version}` } }
    },
  },
  {
    ...{ name: 'return', action: `${REVIEW} giveBack`, about: OWN_AND_OTHERS },
    may: byTable('proposal.review'),
    form: async (asker, about) => {
      const { id, version } = await proposal(asker, about, true)
      const fields = { id, version: String(version), note: 'Which source?', field: '' }
      return { path: `/review/${id}`, fields }
    },
  },
  {
    ...{ name: 'hand in', action: `${REVIEW} handIn`, about: OWN_AND_OTHERS },
    may: byTable('proposal.edit'),
    form: async (asker, about) => {
      const { id, version } = await proposal(asker, about, false)
      return { path: `/review/${id}`, fields: { id, version: String(version) } }
    },
  },
  {
    ...{ name: 'withdraw', action: `${REVIEW} withdraw`, about: OWN_AND_OTHERS },
    may: byTable('proposal.edit'),
    form: async (asker, about) => {
      const { id, version } = await proposal(asker, about, true)
      return { path: `/review/${id}`, fields: { id, version: String(version) } }
    },
  },
  {
    ...{ name: 'undo', action: `${REVIEW} undo`, about: OWN_AND_OTHERS },
    may: byTable('change.undo'),
    form: async (asker, about) => {
      const { reference, change } = await published(asker, about)
      return { path: `/agreements/${reference}`, fields: { seq: String(change), reason: '' } }
    },
  },
  {
    ...{ name: 'hand an agreement over', about: OWN_AND_OTHERS, may: byTable('owner.assign') },
    action: 'app/(desk)/agreements/[reference]/owner/actions.ts assign',
    form: async (asker, about) => {
      const { reference, owner } = await published(asker, about)
      return { path: `/agreements/${reference}`, fields: { reference, owner: '', seen: owner } }
    },
  },
  {
    ...{ name: 'keep a report', action: 'app/(portfolio)/r/actions.ts save', about: ONE },
    may: byTable('report.save'),
    form: async (asker, about) => {
      await published(asker, about) // of a book in which nothing stands there is no report
      return { path: '/agreements', fields: { title: 'Rail', file: 'agreements', query: '' } }
    },
  },
]
