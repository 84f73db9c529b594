import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { StatusChip } from '@/components/portfolio/chips'
import { Cell, Column, DataTable, Row, RowHead } from '@/components/ui/data-table'
import { FigureText } from '@/components/ui/figure-text'
import type { Filters } from '@/lib/schemas/filters'
import { OtherAxes } from './agreement-axes'
import { LeftOutMark } from './left-out'
import { agreementHref } from './list-address'
import { type Listed, listedWords } from './listed'
import { SortColumn } from './sort-column'

/** The list on a wide screen: one row an agreement, its heads order the rows. */
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
      <thead>
        <tr>
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
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AgreementRow key={row.reference} row={row} filters={filters} />
        ))}
      </tbody>
    </DataTable>
  )
}

function AgreementRow({ row, filters }: { row: Listed; filters: Filters }) {
  const t = useTranslations()
  const words = listedWords(useLocale(), t, row)
  return (
    <Row>
      <RowHead>
        <AgreementName row={row} filters={filters} />
      </RowHead>
      <Cell>
        <span className="whitespace-nowrap">{words.signed ?? '–'}</span>
      </Cell>
      <Cell align="end">
        <Promised {...words} absent={t('common.notStated')} />
      </Cell>
      <Cell>{words.deadline ?? <Faint>{t('agreements.noDeadline')}</Faint>}</Cell>
      <Cell align="end">
        {words.expected ? <FigureText>{words.expected}</FigureText> : <Faint>–</Faint>}
      </Cell>
      <Cell align="end">
        <Reported {...words} absent={t('agreements.none')} />
      </Cell>
      <Cell>{row.status && <StatusChip status={row.status} reason={row.reason} />}</Cell>
      <Cell>
        <span className="grid gap-1">
          <OtherAxes {...row} />
        </span>
      </Cell>
    </Row>
  )
}

function Faint({ children }: { children: string }) {
  return <span className="text-faint">{children}</span>
}

/** Title, company and reference, and the reason when it is not counted. */
export function AgreementName({ row, filters }: { row: Listed; filters: Filters }) {
  return (
    <span className="grid justify-items-start gap-1">
      <Link href={agreementHref(row.reference, filters)} prefetch={false} className="link">
        <bdi>{row.title}</bdi>
      </Link>
      <span className="text-xs font-normal text-soft">
        {row.company && <bdi>{row.company.name} · </bdi>}
        <bdi dir="ltr">{row.reference}</bdi>
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
export function Promised({
  promised,
  otherPromises,
  absent,
}: {
  promised: string | null
  otherPromises: string | null
  absent: string
}) {
  if (promised) return <FigureText>{promised}</FigureText>
  return <Faint>{otherPromises ?? absent}</Faint>
}

/** What was reported, how much of the promise that is, and of which day. */
export function Reported({
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
      {progress && <span className="text-xs text-soft">{progress}</span>}
      {reportedOn && (
        <span className="text-xs whitespace-nowrap text-soft">
          {t('onDay', { day: reportedOn })}
        </span>
      )}
    </span>
  )
}
