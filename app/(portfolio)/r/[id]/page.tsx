import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound, orNull } from '@/app/(portfolio)/or-not-found'
import { reader } from '@/app/(portfolio)/request'
import { agreementHref, listHref } from '@/components/agreements/list-address'
import { ThenAndNow } from '@/components/saved-reports/then-and-now'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import { holds } from '@/lib/domain/permissions'
import { openReport } from '@/lib/features/exports/open-report'
import { formatDay, formatInstant } from '@/lib/format'
import { Schedules } from './schedules'

type Params = Promise<{ id: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { id } = await params
  const opened = await orNull(openReport(await reader(), id))
  return opened ? { title: opened.report.title } : {}
}

export default async function SavedReportPage({ params }: { params: Params }) {
  const { id } = await params
  const viewer = await reader()
  const { report, filters, now, same, differences, rewritings } = await orNotFound(
    openReport(viewer, id),
  )
  const t = await getTranslations('savedReports')
  const locale = await getLocale()
  const named = viewer.actor !== 'nobody' && holds(viewer.actor, 'history.read')
  const asked = [...new URLSearchParams(report.query)]
  return (
    <>
      <PageTitle
        kicker={t('title')}
        title={report.title}
        lead={t('pinned', {
          file: `${report.file}.csv`,
          asOf: filters?.asOf ? formatDay(locale, filters.asOf) : '–',
          known: formatInstant(locale, new Date(report.knownAt)),
          method: report.method,
        })}
      >
        <p className="text-sm text-soft">
          {named && report.author
            ? t('keptBy', { name: report.author, at: formatInstant(locale, report.createdAt) })
            : t('keptAt', { at: formatInstant(locale, report.createdAt) })}
        </p>
      </PageTitle>
      <div className="max-w-measure">
        {same ? (
          <Notice title={t('sameTitle')}>
            <p>{t('sameText')}</p>
          </Notice>
        ) : (
          <Notice kind="warning" title={t('changedTitle')}>
            <p>{t('changedText')}</p>
            <ul className="mt-3 list-disc ps-5">
              {differences.length === 0 && <li>{t('why.unknown')}</li>}
              {differences.map((why) => (
                <li key={why}>{t(`why.${why}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <Section id="numbers" title={t('numbers')}>
        <ThenAndNow
          measure={filters?.measure ?? 'net_new_jobs'}
          kept={report}
          now={same ? null : now}
        />
        {filters && (
          <p className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-2">
            <a href={`/api/v1/${report.file}.csv?${report.query}`} download className="link">
              {t('download', { file: `${report.file}.csv` })}
            </a>
            {report.file !== 'targets' && (
              <a href={listHref(filters, { excel: null, shape: null })} className="link">
                {t('view')}
              </a>
            )}
          </p>
        )}
      </Section>
      <Section id="asked" title={t('asked')} lead={t('askedLead')}>
        <dl className="grid max-w-2xl grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
          {asked.map(([name, value]) => (
            <div key={`${name} ${value}`} className="contents">
              <dt>
                <code>{name}</code>
              </dt>
              <dd className="wrap-anywhere">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {rewritings.length > 0 && (
        <Section id="rewritten" title={t('rewritten')} lead={t('rewrittenLead')}>
          <ul className="grid gap-2 text-sm">
            {rewritings.map(({ seq, at, subject, columns }) => (
              <li key={seq}>
                {formatInstant(locale, at)} ·{' '}
                {report.file === 'targets' ? (
                  <bdi>{subject}</bdi>
                ) : (
                  <a href={agreementHref(subject)} className="link">
                    <bdi dir="ltr">{subject}</bdi>
                  </a>
                )}{' '}
                · <bdi dir="ltr">{columns.join(', ')}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Schedules viewer={viewer} report={report.id} />
    </>
  )
}
