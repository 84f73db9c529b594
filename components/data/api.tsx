import { useTranslations } from 'next-intl'
import { RecordTable } from '@/components/ui/record-table'
import {
  CALL_WINDOW_SECONDS,
  KEYS_KEPT_DAYS,
  MOST_READS,
  MOST_WRITES,
} from '@/lib/schemas/call-limits'
import { Code } from './dictionary-table'

// What scrolls must be reachable without a mouse (WCAG 2.1.1).
const KEYBOARD_STOP = 0

const ENDPOINTS = [
  { method: 'GET', path: '/api/v1/agreements', key: 'list' },
  { method: 'GET', path: '/api/v1/agreements/{reference}', key: 'record' },
  { method: 'GET', path: '/api/v1/summary', key: 'summary' },
  { method: 'GET', path: '/api/v1/{file}.csv', key: 'file' },
  { method: 'GET', path: '/api/v1/{file}.csv-metadata.json', key: 'metadata' },
  { method: 'POST', path: '/api/v1/standing', key: 'standing' },
  { method: 'GET', path: '/api/openapi.json', key: 'openapi' },
  { method: 'GET', path: '/api/health/live', key: 'live' },
  { method: 'GET', path: '/api/health/ready', key: 'ready' },
] as const

const RULES = ['limits', 'repeat', 'fresh', 'origins'] as const
const NUMBERS = {
  seconds: CALL_WINDOW_SECONDS,
  reads: MOST_READS,
  writes: MOST_WRITES,
  days: KEYS_KEPT_DAYS,
}

/** The addresses that machines read, and one call of each kind to copy. */
export function Api({ origin }: { origin: string }) {
  const t = useTranslations('data')
  const calls = [
    ['one', `curl '${origin}/api/v1/agreements?status=BEHIND&status=AT_RISK&limit=20'`],
    ['two', `curl '${origin}/api/v1/summary?sector=automotive&asOf=2023-12-31'`],
    ['three', `curl -OJ '${origin}/api/v1/agreements.csv?dueYear=2027&excel=fr'`],
  ] as const
  return (
    <div className="grid gap-8">
      <RecordTable
        caption={t('apiCaption')}
        rows={ENDPOINTS}
        keyOf={({ path }) => path}
        head={{
          label: t('endpoint'),
          cell: ({ method, path }) => <Code>{`${method} ${path}`}</Code>,
        }}
        columns={[{ key: 'answer', label: t('answers'), cell: ({ key }) => t(`endpoints.${key}`) }]}
      />
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {RULES.map((rule) => (
          <div key={rule}>
            <dt className="font-semibold">{t(`rules.${rule}.title`)}</dt>
            <dd className="max-w-measure text-sm text-soft">{t(`rules.${rule}.text`, NUMBERS)}</dd>
          </div>
        ))}
      </dl>
      <ul className="grid gap-4">
        {calls.map(([key, call]) => (
          <li key={key} className="grid gap-1">
            <p className="text-sm">{t(`calls.${key}`)}</p>
            <pre
              dir="ltr"
              tabIndex={KEYBOARD_STOP}
              className="overflow-x-auto border border-rule bg-raised p-3 text-start text-sm"
            >
              <code>{call}</code>
            </pre>
          </li>
        ))}
      </ul>
    </div>
  )
}
