import { useLocale, useTranslations } from 'next-intl'
import { quantityOf } from '@/components/agreement/detail'
import { amountsIn } from '@/components/agreements/amounts'
import { agreementHref } from '@/components/agreements/list-address'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import type { ChaseList } from '@/lib/features/calendar/list-chase'
import { directionOf, formatDay, type Locale } from '@/lib/format'
import { CopyButton } from './copy-button'
import type { Letter } from './letter'

const LETTER_ROWS = 14

/** A company, every figure that it owes, and the e-mail that asks for exactly these. */
export function ChasedCompany({
  company: { slug, name, figures },
  letter: { subject, body },
  language,
}: {
  company: ChaseList['rows'][number]
  letter: Letter
  language: Locale
}) {
  const t = useTranslations()
  const locale = useLocale()
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
  return (
    <section aria-labelledby={`chase-${slug}`} className="border-t-2 border-rule-strong pt-4">
      <h3 id={`chase-${slug}`} className="mb-3 text-lg">
        <a href={`/companies/${slug}`} className="link">
          <bdi>{name}</bdi>
        </a>
      </h3>
      <RecordTable
        caption={t('calendar.owes', { company: name })}
        below="md"
        rows={figures}
        keyOf={({ reference, measure }) => `${reference} ${measure}`}
        head={{
          label: t('agreements.agreement'),
          cell: ({ reference, title, region }) => (
            <>
              <a href={agreementHref(reference)} className="link">
                <bdi>{title}</bdi>
              </a>
              <span className="block text-sm font-normal text-soft">
                {t(`codes.region.${region}`)}
              </span>
            </>
          ),
        }}
        columns={[
          {
            key: 'missing',
            label: t('calendar.missing'),
            cell: (figure) => (
              <>
                {t(`codes.measure.${figure.measure}`)}:{' '}
                <FigureText>
                  {amountsIn(locale, t, figure.currency).quantity(quantityOf(figure))}
                </FigureText>
                {figure.reason === 'BASELINE_MISSING' && (
                  <span className="block text-soft">{t('codes.reason.BASELINE_MISSING')}</span>
                )}
              </>
            ),
          },
          {
            key: 'last',
            label: t('calendar.lastData'),
            cell: ({ dataDate }) =>
              dataDate === null ? t('agreements.none') : formatDay(locale, dataDate, 'short'),
          },
          {
            key: 'since',
            label: t('calendar.dueSince'),
            cell: ({ reportDue }) => formatDay(locale, reportDue, 'short'),
          },
          {
            key: 'owner',
            label: t('calendar.owner'),
            cell: ({ owner }) => (owner === null ? '–' : <bdi>{owner}</bdi>),
          },
        ]}
      />
      <div className="mt-3">
        <Disclosure summary={t('calendar.letterTitle')}>
          <div className="grid max-w-3xl gap-3">
            <p className="text-sm" lang={language} dir={directionOf(language)}>
              <strong>{subject}</strong>
            </p>
            <textarea
              readOnly
              rows={LETTER_ROWS}
              lang={language}
              dir={directionOf(language)}
              aria-label={t('calendar.letterTo', { company: name })}
              defaultValue={body}
              className="w-full border border-rule-strong bg-raised p-3 text-sm"
            />
            <div className="flex flex-wrap gap-3">
              <CopyButton
                text={`${subject}\n\n${body}`}
                words={{
                  copy: t('calendar.copy'),
                  copied: t('calendar.copied'),
                  failed: t('calendar.copyFailed'),
                }}
              />
              <ButtonLink href={mail}>{t('calendar.mail')}</ButtonLink>
            </div>
          </div>
        </Disclosure>
      </div>
    </section>
  )
}
