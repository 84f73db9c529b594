import { useLocale, useTranslations } from 'next-intl'
import { Cell, Column, DataTable, Row } from '@/components/ui/data-table'
import { dayOf } from '@/lib/clock'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import { formatDay } from '@/lib/format'

type Change = AgreementDetail['changes'][number]

const VERBS = {
  'import.agreement': 'import_agreement',
  'import.report': 'import_report',
  'import.amendment': 'import_amendment',
  'import.event': 'import_event',
  'accept.agreement': 'accept_agreement',
  'accept.edit': 'accept_edit',
  'accept.report': 'accept_report',
  'accept.amendment': 'accept_amendment',
  'accept.event': 'accept_event',
  'accept.retraction': 'accept_retraction',
  undo: 'undo',
} as const

function verbKey(verb: string) {
  return Object.hasOwn(VERBS, verb) ? VERBS[verb as keyof typeof VERBS] : 'other'
}

const ACTORS = ['terminal', 'staff'] as const

/** What differed, by column: what stood there and what stands there since; nothing for a new record. */
function differences({ diff }: Change): [field: string, before: string, after: string][] {
  const { changed } = diff
  if (typeof changed !== 'object' || changed === null) return []
  return Object.entries(changed).flatMap(([field, pair]) =>
    Array.isArray(pair) ? [[field, String(pair[0] ?? ''), String(pair[1] ?? '')]] : [],
  )
}

/** The accepted changes of a record: when, who, what and why. */
export function RecordHistory({ changes }: { changes: Change[] }) {
  const t = useTranslations('agreement')
  const locale = useLocale()
  return (
    <DataTable caption={t('recordCaption')}>
      <thead>
        <tr>
          <Column>{t('when')}</Column>
          <Column>{t('who')}</Column>
          <Column>{t('what')}</Column>
          <Column>{t('why')}</Column>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={change.seq}>
            <th
              scope="row"
              className="py-2.5 pe-4 text-start align-top font-normal whitespace-nowrap"
            >
              <time dateTime={change.at}>
                {formatDay(locale, dayOf(Date.parse(change.at)), 'short')}
              </time>
            </th>
            <Cell>
              <Actor name={change.actor} />
            </Cell>
            <Cell>
              {t(`verbs.${verbKey(change.verb)}`)}
              <Differences change={change} />
            </Cell>
            <Cell>{change.reason ? <bdi>{change.reason}</bdi> : t('noReason')}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function Actor({ name }: { name: string }) {
  const t = useTranslations('agreement')
  const known = ACTORS.find((actor) => actor === name)
  return <bdi>{known ? t(known) : name}</bdi>
}

function Differences({ change }: { change: Change }) {
  const t = useTranslations('agreement')
  const found = differences(change)
  if (found.length === 0) return null
  return (
    <ul className="text-xs text-soft">
      {found.map(([field, before, after]) => (
        <li key={field}>
          <bdi>
            {t('changedTo', {
              field,
              before: before || t('emptyValue'),
              after: after || t('emptyValue'),
            })}
          </bdi>
        </li>
      ))}
    </ul>
  )
}
