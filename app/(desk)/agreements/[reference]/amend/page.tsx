import {
  AgreementEntry,
  type EntryProps,
  entryMetadata,
} from '@/app/(desk)/agreements/[reference]/agreement-entry'
import { commitmentOf, versionFields } from '@/app/(desk)/agreements/[reference]/version-fields'
import { promisesOf } from '@/components/agreement/detail'
import { AmendmentFields } from '@/components/entry/amendment-fields'
import { MeasureChoice } from '@/components/entry/measure-choice'

export const generateMetadata = () => entryMetadata('amend')

export default async function AmendPage(props: EntryProps) {
  const { measure } = await props.searchParams
  return (
    <AgreementEntry
      {...props}
      form="amend"
      kind="amendment"
      start={(detail) => {
        const commitment = commitmentOf(detail, measure)
        const current = commitment && promisesOf(commitment.versions).current
        return current
          ? { ...versionFields(commitment, current), kind: 'amendment' }
          : { kind: 'amendment' }
      }}
      above={(detail) => (
        <MeasureChoice
          measures={detail.commitments.map((one) => one.measure)}
          chosen={commitmentOf(detail, measure)?.measure ?? null}
        />
      )}
    >
      {(_, fields) => <AmendmentFields kind="amendment" money={fields.measure === 'investment'} />}
    </AgreementEntry>
  )
}
