import { describe, expect, it } from 'vitest'
import { fieldsOfEntry, pathInForm, payloadOfFields } from './entry-rows'

describe('rows of a form', () => {
  it('join into the cell that a file would hold, empty rows aside', () => {
    const { payload, problems } = payloadOfFields('agreement', {
      title: 'Inetum: 1,500 jobs',
      'signatories.0.side': 'government',
      'signatories.0.capacity': 'signed',
      'signatories.0.name': 'Ryad Mezzour',
      'signatories.0.title': 'Minister of Industry',
      'signatories.1.side': 'company',
      'signatories.1.capacity': 'signed',
      'signatories.1.name': '',
      'signatories.1.title': '',
      'milestones.2.on': 'fin 2025',
      'milestones.2.quantity': 'plus de 700',
      'relations.0.kind': 'implements',
      'relations.0.to': 'INETUM-2022',
    })
    expect(problems).toEqual([])
    expect(payload.cells).toEqual({
      title: 'Inetum: 1,500 jobs',
      signatories: 'government|signed|Ryad Mezzour|Minister of Industry',
      milestones: 'fin 2025=plus de 700',
      relations: 'implements:INETUM-2022',
    })
  })

  it('come back from the cell as they were', () => {
    const fields = fieldsOfEntry({
      cells: { signatories: 'company|signed|Ana|;other|present|Bo|Mayor', milestones: '2025=>700' },
      claims: [],
      commitments: [{ measure: 'gross_hires', milestones: '2026-06-30=10' }],
    })
    expect(fields).toMatchObject({
      'signatories.0.name': 'Ana',
      'signatories.0.title': '',
      'signatories.1.title': 'Mayor',
      'milestones.0.on': '2025',
      'milestones.0.quantity': '>700',
      'commitments.0.milestones.0.on': '2026-06-30',
      'commitments.0.milestones.0.quantity': '10',
    })
  })

  it('say which part holds a sign that separates members, and escape it in an address', () => {
    const { payload, problems } = payloadOfFields('agreement', {
      'government_parties.1.name': 'Ministry; of Industry',
      'other_sources.0.url': 'https://example.org/a;b=1',
    })
    expect(problems).toEqual([{ path: 'government_parties.1.name', code: 'name_character' }])
    expect(payload.cells.other_sources).toBe('https://example.org/a%3Bb=1')
  })
})

describe('a problem in a row', () => {
  it('stands at the row that was typed, empty ones before it aside', () => {
    const fields = {
      'milestones.0.on': '',
      'milestones.3.on': '2025',
      'claims.1.measure': '',
      'claims.2.quantity': 'many',
    }
    expect(pathInForm(fields, 'milestones.0.on')).toBe('milestones.3.on')
    expect(pathInForm(fields, 'claims.0.quantity')).toBe('claims.2.quantity')
    expect(pathInForm(fields, 'jobs')).toBe('jobs')
  })
})
