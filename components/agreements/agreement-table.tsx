import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { StatusChip } from '@/components/portfolio/chips'
import { CardBody, CardCell, CardHeads, CardName, CardRow } from '@/components/ui/card-table'
import { Column, DataTable } from '@/components/ui/data-table'
import { FigureText } from '@/components/ui/figure-text'
import type { Filters } from '@/lib/schemas/filters'
import { OtherAxes } from './agreement-axes'
import { LeftOutMark } from './left-out'
import { agreementHref } from './list-address'
import { type Listed, listedWords } from './listed'
import { SortColumn } from './sort-column'

/** The list: rows whose heads order them on a wide screen, cards on a narrow one. */
export function AgreementTable({
  caption,
  filters,
  rows,
}: {
  caption: string
  filters: Filters
  rows: Listed[]
}) {
  const t = useTranslations('agreements')
  return (
    <DataTable caption={caption} captionHidden>
      <CardHeads below="xl">
        <SortColumn filters={filters} name="title">
          {t('agreement')}
        </SortColumn>
        <SortColumn filters={filters} name="signed">
          {t('signed')}
        </SortColumn>
        <SortColumn filters={filters} name="jobs" align="end">
          {t('promised')}
        </SortColumn>
        <SortColumn filters={filters} name="due">
          {t('deadline')}
        </SortColumn>
        <SortColumn filters={filters} name="expected" align="end">
          {t('expected')}
        </SortColumn>
        <SortColumn filters={filters} name="created" align="end">
          {t('reported')}
        </SortColumn>
        <Column>{t('status')}</Column>
        <Column>{t('axes')}</Column>
      </CardHeads>
      <CardBody below="xl">
        {rows.map((row) => (
          <AgreementRow key={row.reference} row={row} filters={filters} />
        ))}
      </CardBody>
    </DataTable>
  )
}

function AgreementRow({ row, filters }: { row: Listed; filters: Filters }) {
  const t = useTranslations()
  const words = listedWords(useLocale(), t, row)
  return (
    <CardRow>
      <CardName>
        <AgreementName row={row} filters={filters} />
      </CardName>
      <CardCell label={t('agreements.signed')}>
        <span className="whitespace-nowrap">{words.signed ?? '–'}</span>
      </CardCell>
      <CardCell label={t('agreements.promised')} align="end">
        <Promised {...words} absent={t('common.notStated')} />
      </CardCell>
      <CardCell label={t('agreements.deadline')}>
        {words.deadline ?? <Faint>{t('agreements.noDeadline')}</Faint>}
      </CardCell>
      <CardCell label={t('agreements.expected')} align="end">
        {words.expected ? (
          <FigureText>{words.expected}</FigureText>
        ) : (
          <span className="whitespace-nowrap">
            <Faint>{t('agreements.noGuide')}</Faint>
          </span>
        )}
      </CardCell>
      <CardCell label={t('agreements.reported')} align="end">
        <Reported {...words} absent={t('agreements.none')} />
      </CardCell>
      <CardCell label={t('agreements.status')}>
        {row.status ? <StatusChip status={row.status} reason={row.reason} /> : '–'}
      </CardCell>
      <CardCell label={t('agreements.axes')}>
        <span className="grid gap-1">
          <OtherAxes {...row} />
        </span>
      </CardCell>
    </CardRow>
  )
}

function Faint({ children }: { children: string }) {
  return <span className="text-faint">{children}</span>
}

/** Title, company and reference, and the reason when it is not counted. */
function AgreementName({ row, filters }: { row: Listed; filters: Filters }) {
  return (
    <span className="grid justify-items-start gap-1">
      <Link href={agreementHref(row.reference, filters)} prefetch={false} className="link">
        <bdi>{row.title}</bdi>
      </Link>
      <span className="text-xs font-normal text-soft">
        {row.company && (
          <>
            <bdi>{row.company.name}</bdi> ·{' '}
          </>
        )}
        <bdi dir="ltr" className="whitespace-nowrap">
          {row.reference}
        </bdi>
      </span>
      {row.leftOut && (
        <span className="font-normal">
          <LeftOutMark reference={row.reference} reason={row.leftOut} clocks={filters} />
        </span>
      )}
    </span>
  )
}

/** The quantity as it is printed everywhere, or what is promised instead. */
function Promised({
  promised,
  otherPromises,
  absent,
}: {
  promised: string | null
  otherPromises: string | null
  absent: string
}) {
  if (promised)
    return (
      <span className="whitespace-nowrap">
        <FigureText>{promised}</FigureText>
      </span>
    )
  return <Faint>{otherPromises ?? absent}</Faint>
}

/** What was reported, how much of the promise that is, and of which day. */
function Reported({
  reported,
  reportedOn,
  progress,
  absent,
}: {
  reported: string | null
  reportedOn: string | null
  progress: string | null
  absent: string
}) {
  const t = useTranslations('agreements')
  if (!reported) return <Faint>{absent}</Faint>
  return (
    <span className="grid gap-0.5">
      <FigureText>{reported}</FigureText>
      {progress && <span className="text-xs whitespace-nowrap text-soft">{progress}</span>}
      {reportedOn && (
        <span className="text-xs whitespace-nowrap text-soft">
          {t('onDay', { day: reportedOn })}
        </span>
      )}
    </span>
  )
}
