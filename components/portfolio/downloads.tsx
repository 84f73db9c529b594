import { useLocale, useTranslations } from 'next-intl'
import { fileHref } from '@/components/agreements/list-address'
import { Section } from '@/components/ui/page-title'
import type { Filters } from '@/lib/schemas/filters'
import { fileAddress, summaryAddress } from './dashboard-address'

const FILES = [
  'agreements',
  'commitments',
  'reports',
  'amendments',
  'events',
  'signatories',
  'targets',
] as const

/** The records behind the page as files, each with the description of its columns. */
export function Downloads({ filters }: { filters: Filters }) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const locale = useLocale()
  return (
    <Section id="downloads" title={t('downloadsTitle')} lead={t('downloadsLead')}>
      <ul className="grid gap-x-8 text-sm sm:grid-cols-2 lg:grid-cols-4">
        {FILES.map((name) => (
          <li key={name} className="flex items-baseline gap-3 border-b border-rule py-2.5">
            <a href={fileAddress(name, filters, locale)} className="link grow font-medium">
              {t(`file.${name}`)}
              <span className="text-soft"> CSV</span>
            </a>
            <a
              href={`/api/v1/${name}.csv-metadata.json`}
              className="link text-xs"
              aria-label={`${t('columnsOf')}: ${t(`file.${name}`)}`}
            >
              {t('columnsOf')}
            </a>
          </li>
        ))}
        <li className="border-b border-rule py-2.5">
          <a href={summaryAddress(filters)} className="link font-medium">
            {t('summaryFile')}
          </a>
        </li>
        <li className="border-b border-rule py-2.5">
          <a href={fileHref('/exports', filters, null)} className="link font-medium">
            {all('exports.more')}
          </a>
        </li>
      </ul>
    </Section>
  )
}
