import { getLocale, getTranslations } from 'next-intl/server'
import { hourWords, rhythmWords } from '@/components/saved-reports/rhythm-words'
import { ScheduleState } from '@/components/saved-reports/schedule-state'
import { Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import type { Viewer } from '@/lib/auth/viewer'
import { holds } from '@/lib/domain/permissions'
import { listSchedules } from '@/lib/features/schedules/list-schedules'

/** Which reports are sent regularly: one's own, for administrators everybody's; nothing for those who have none. */
export async function SentRegularly({ viewer }: { viewer: Viewer }) {
  if (viewer.actor === 'nobody' || !holds(viewer.actor, 'report.schedule')) return null
  const { schedules } = await listSchedules(viewer, null)
  if (schedules.length === 0) return null
  const t = await getTranslations('schedules')
  const locale = await getLocale()
  return (
    <Section id="sent" title={t('all')} lead={t('allLead')}>
      <RecordTable
        caption={t('all')}
        rows={schedules}
        keyOf={({ id }) => id}
        head={{
          label: t('report'),
          cell: ({ reportId, reportTitle }) => (
            <a href={`/r/${reportId}#schedules`} className="link wrap-anywhere">
              <bdi>{reportTitle}</bdi>
            </a>
          ),
        }}
        columns={[
          {
            key: 'when',
            label: t('when'),
            cell: ({ rhythm, hour }) =>
              t('whenAt', { when: rhythmWords(t, locale, rhythm), hour: hourWords(hour) }),
          },
          {
            key: 'to',
            label: t('recipients'),
            cell: ({ recipients }) =>
              t('addresses', { count: recipients.filter(({ left }) => !left).length }),
          },
          {
            key: 'by',
            label: t('madeBy'),
            cell: ({ author, authorName }) => <bdi>{authorName ?? author}</bdi>,
          },
          {
            key: 'state',
            label: t('state'),
            cell: (schedule) => <ScheduleState schedule={schedule} />,
          },
        ]}
      />
    </Section>
  )
}
