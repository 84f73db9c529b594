import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { Api } from '@/components/data/api'
import { CodeLists } from '@/components/data/code-lists'
import { Files } from '@/components/data/files'
import { LedgerTables } from '@/components/data/ledger-tables'
import { ReadingNotes } from '@/components/data/reading-notes'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import { METHOD } from '@/lib/domain/method'
import { env } from '@/lib/env'
import { getDictionary } from '@/lib/features/dictionary/get-dictionary'
import { formatDay } from '@/lib/format'

const FIRST = ['downloads', 'absent', 'reading'] as const
const OF_SHIPPED_RECORDS = ['once', 'doubtful', 'licence'] as const
const LAST = ['codes', 'tables', 'api'] as const
const SHIPPED_ON = '2026-11-23'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data')
  return { title: t('title') }
}

export default async function DataPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'record')
  const { tables, files } = await getDictionary(await reader())
  const t = await getTranslations('data')
  const locale = await getLocale()
  const { asOf, knownAt, measure, lane } = filters
  const { url, host, port, demo } = env()
  return (
    <>
      <PageTitle kicker={t('method', { version: METHOD })} title={t('title')} lead={t('lead')} />
      <ClockNotice clocks={filters} today="/data" />
      <nav aria-label={t('contents')} className="no-print">
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {[...FIRST, ...(demo ? [] : OF_SHIPPED_RECORDS), ...LAST].map((id) => (
            <li key={id}>
              <a href={`#${id}`} className="link inline-flex min-h-8 items-center">
                {t(`sections.${id}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="downloads" title={t('sections.downloads')} lead={t('downloadsLead')}>
        <Files files={files} asked={{ asOf, knownAt, measure, lane }} />
      </Section>
      <Section id="absent" title={t('sections.absent')}>
        <div className="max-w-measure">
          <Notice title={t('absentTitle')}>
            <p>{t('absentText')}</p>
          </Notice>
        </div>
      </Section>
      {demo ? (
        <Section id="reading" title={t('sections.reading')}>
          <p>{t('demo')}</p>
        </Section>
      ) : (
        <>
          <Section
            id="reading"
            title={t('sections.reading')}
            lead={t('readingLead', { day: formatDay(locale, SHIPPED_ON) })}
          >
            <ReadingNotes group="reading" />
          </Section>
          <Section id="once" title={t('sections.once')} lead={t('onceLead')}>
            <ReadingNotes group="once" />
          </Section>
          <Section id="doubtful" title={t('sections.doubtful')} lead={t('doubtfulLead')}>
            <ReadingNotes group="doubtful" />
          </Section>
          <Section id="licence" title={t('sections.licence')}>
            <p className="max-w-measure">{t('licenceText')}</p>
          </Section>
        </>
      )}
      <Section id="codes" title={t('sections.codes')} lead={t('codesLead')}>
        <CodeLists />
      </Section>
      <Section id="tables" title={t('sections.tables')} lead={t('tablesLead')}>
        <LedgerTables tables={tables} />
      </Section>
      <Section
        id="api"
        title={t('sections.api')}
        lead={t('apiLead')}
        aside={
          <span className="flex flex-wrap gap-x-4">
            <a href="/data/api" className="link">
              {t('reference')}
            </a>
            <a href="/api/openapi.json" className="link">
              {t('openapi')}
            </a>
          </span>
        }
      >
        <Api origin={url ?? `http://${host}:${port}`} />
      </Section>
    </>
  )
}
