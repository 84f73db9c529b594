'use client'

import { OrganisationInput } from './organisation-input'
import { RowList } from './row-list'

/** Several organisations, one a row. */
export function OrganisationRows({
  list,
  kind,
  label,
  add,
}: {
  list: 'other_companies' | 'government_parties'
  kind: 'company' | 'government'
  label: string
  add: string
}) {
  return (
    <RowList list={list} add={add} columns="">
      {(path) => <OrganisationInput name={`${path}.name`} kind={kind} label={label} />}
    </RowList>
  )
}
