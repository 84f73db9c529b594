import {
  AgreementEntry,
  type EntryProps,
  entryMetadata,
} from '@/app/(desk)/agreements/[reference]/agreement-entry'
import {
  commitmentOf,
  correctable,
  versionFields,
  versionOf,
} from '@/app/(desk)/agreements/[reference]/version-fields'
import { AmendmentFields } from '@/components/entry/amendment-fields'
import { MeasureChoice, VersionChoice } from '@/components/entry/measure-choice'

export const generateMetadata = () => entryMetadata('correct')

export default async function CorrectPage(props: EntryProps) {
  const { measure, version } = await props.searchParams
  return (
    <AgreementEntry
      {...props}
      form="correct"
      kind="amendment"
      start={(detail) => {
        const commitment = commitmentOf(detail, measure)
        const wrong = commitment && versionOf(commitment, version)
        if (!commitment || !wrong) return { kind: 'correction' }
        const fields = versionFields(commitment, wrong)
        return { ...fields, kind: 'correction', corrects: String(wrong.number) }
      }}
      above={(detail) => {
        const commitment = commitmentOf(detail, measure)
        return (
          <>
            <MeasureChoice
              measures={detail.commitments.map((one) => one.measure)}
              chosen={commitment?.measure ?? null}
            />
            {commitment && (
              <VersionChoice
                commitment={commitment}
                versions={correctable(commitment)}
                chosen={versionOf(commitment, version)?.number ?? null}
              />
            )}
          </>
        )
      }}
    >
      {(_, fields) => <AmendmentFields kind="correction" money={fields.measure === 'investment'} />}
    </AgreementEntry>
  )
}
