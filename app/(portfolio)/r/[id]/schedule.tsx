import { getLocale, getTranslations } from 'next-intl/server'
import { explain } from '@/app/(desk)/form-action'
import { ActionForm } from '@/components/forms/action-form'
import { hourWords, rhythmWords } from '@/components/saved-reports/rhythm-words'
import { ScheduleState } from '@/components/saved-reports/schedule-state'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordTable } from '@/components/ui/record-table'
import type { Viewer } from '@/lib/auth/viewer'
import type { ScheduleWithLog } from '@/lib/features/schedules/list-schedules'
import { formatDay, formatInstant, LANGUAGE_NAMES } from '@/lib/format'
import { again, end, pause, resume } from './actions'

/** Words of a server in a sentence of any direction. */
const isolated = (text: string) => `\u2068${text}\u2069`

/** One schedule of a kept report: when, to whom, where it stands, what it sent, and how it is stopped. */
export async function Schedule({
  schedule,
  viewer,
}: {
  schedule: ScheduleWithLog
  viewer: Viewer
}) {
  const { id, rhythm, hour, profile, language, author, authorName, recipients } = schedule
  const { pausedAt, endedAt, mails } = schedule
  const t = await getTranslations('schedules')
  const locale = await getLocale()
  const failed = mails.filter(({ state }) => state === 'given_up' || state === 'unknown').length
  return (
    <li className="grid gap-3 border border-rule p-4 sm:p-5">
      <h3 className="text-lg">
        {t('whenAt', { when: rhythmWords(t, locale, rhythm), hour: hourWords(hour) })}
      </h3>
      <p className="text-sm text-soft">
        {t(`profiles.${profile}`)} · {LANGUAGE_NAMES[language]}
        {author !== viewer.name && (
          <>
            {' · '}
            {t('by', { name: authorName ?? author })}
          </>
        )}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {recipients.map(({ address, left }) => (
          <li key={address} className="wrap-anywhere">
            <bdi dir="ltr" className={left ? 'text-faint line-through' : undefined}>
              {address}
            </bdi>
            {left && <span className="text-soft"> ({t('hasLeft')})</span>}
          </li>
        ))}
      </ul>
      <p className="text-sm font-medium">
        <ScheduleState schedule={schedule} />
      </p>
      {endedAt === null && (
        <div className="flex flex-wrap gap-3">
          {pausedAt === null ? (
            <ActionForm action={pause} hidden={{ id }} submit={t('pause')} look="plain" />
          ) : (
            <ActionForm action={resume} hidden={{ id }} submit={t('resume')} look="plain" />
          )}
          <ActionForm action={end} hidden={{ id }} submit={t('end')} look="plain" />
        </div>
      )}
      {mails.length > 0 && (
        <Disclosure summary={t('log', { count: mails.length, failed })} open={failed > 0}>
          <RecordTable
            caption={t('logCaption')}
            rows={mails}
            keyOf={(mail) => String(mail.id)}
            head={{
              label: t('to'),
              cell: ({ address }) => (
                <bdi dir="ltr" className="font-normal wrap-anywhere">
                  {address}
                </bdi>
              ),
            }}
            columns={[
              { key: 'asOf', label: t('asOf'), cell: ({ asOf }) => formatDay(locale, asOf) },
              { key: 'state', label: t('state'), cell: ({ state }) => t(`states.${state}`) },
              {
                key: 'sent',
                label: t('sentAt'),
                cell: ({ state, sentAt, nextAt, attempts }) =>
                  sentAt !== null
                    ? formatInstant(locale, sentAt)
                    : state === 'waiting' && attempts > 0
                      ? t('nextAttempt', { at: formatInstant(locale, nextAt) })
                      : '–',
              },
              { key: 'attempts', label: t('attempts'), cell: ({ attempts }) => attempts },
              {
                key: 'failure',
                label: t('failure'),
                cell: ({ failure, reason }) =>
                  failure === null
                    ? '–'
                    : explain({ code: failure, values: { reason: isolated(reason ?? '') } }),
              },
              {
                key: 'again',
                label: t('again'),
                cell: ({ id: mail, state }) =>
                  (state === 'given_up' || state === 'unknown') &&
                  endedAt === null &&
                  pausedAt === null ? (
                    <ActionForm
                      action={again}
                      hidden={{ schedule: id, mail: String(mail) }}
                      submit={t('again')}
                      look="plain"
                    />
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        </Disclosure>
      )}
    </li>
  )
}
