import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { hourWords, rhythmWords } from '@/components/saved-reports/rhythm-words'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page-title'
import type { Viewer } from '@/lib/auth/viewer'
import { holds } from '@/lib/domain/permissions'
import { SEND_PROFILES } from '@/lib/domain/schedule'
import { listSchedules } from '@/lib/features/schedules/list-schedules'
import { LANGUAGE_NAMES, LOCALES } from '@/lib/format'
import { RHYTHM_CODES, rhythmOf } from '@/lib/schemas/report-schedule'
import { schedule } from './actions'
import { Schedule } from './schedule'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const MONDAY = 'week-1'
const MORNING = 8
const SET_UP = `SMTP_URL=smtps://user:password@mail.example.org:465
SMTP_FROM='Pledgebook <book@example.org>'`

/** Who gets a kept report regularly, and the form that adds more, for those who may have it sent; nothing for others. */
export async function Schedules({ viewer, report }: { viewer: Viewer; report: string }) {
  if (viewer.actor === 'nobody' || !holds(viewer.actor, 'report.schedule')) return null
  const { schedules, sending } = await listSchedules(viewer, report)
  const t = await getTranslations('schedules')
  const locale = await getLocale()
  return (
    <Section id="schedules" title={t('title')} lead={t('lead')}>
      <div className="grid gap-8">
        {schedules.length > 0 && (
          <ul className="grid gap-6">
            {schedules.map((one) => (
              <Schedule key={one.id} schedule={one} viewer={viewer} />
            ))}
          </ul>
        )}
        {sending ? (
          <Disclosure summary={t('new')}>
            <div className="max-w-2xl">
              <ActionForm
                action={schedule}
                label={t('new')}
                hidden={{ report }}
                submit={t('submit')}
                fields={[
                  {
                    name: 'recipients',
                    label: t('recipients'),
                    hint: t('recipientsHint'),
                    lines: 3,
                  },
                  {
                    name: 'when',
                    label: t('when'),
                    value: MONDAY,
                    options: RHYTHM_CODES.map((value) => ({
                      value,
                      label: rhythmWords(t, locale, rhythmOf(value)),
                    })),
                  },
                  {
                    name: 'hour',
                    label: t('hour'),
                    hint: t('hourHint'),
                    value: String(MORNING),
                    options: HOURS.map((hour) => ({
                      value: String(hour),
                      label: hourWords(hour),
                    })),
                  },
                  {
                    name: 'profile',
                    label: t('profile'),
                    value: 'xlsx',
                    options: SEND_PROFILES.map((value) => ({
                      value,
                      label: t(`profiles.${value}`),
                    })),
                  },
                  {
                    name: 'language',
                    label: t('language'),
                    value: locale,
                    options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
                  },
                ]}
              />
            </div>
          </Disclosure>
        ) : (
          <div className="max-w-measure">
            <Notice kind="warning" title={t('off')}>
              <p>{t('offText')}</p>
              <pre dir="ltr" className="mt-3 text-sm whitespace-pre-wrap wrap-anywhere">
                {SET_UP}
              </pre>
            </Notice>
          </div>
        )}
      </div>
    </Section>
  )
}
