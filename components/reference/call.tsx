import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import type { Operation } from '@/lib/schemas/operations'
import { Members } from './shape-list'
import { shapeText } from './shape-text'
import { TryCall, type TryWords } from './try-call'

// What scrolls must be reachable without a mouse (WCAG 2.1.1).
const KEYBOARD_STOP = 0
const JSON_TYPE = 'application/json'

function filled({ path, examples }: Operation): string {
  return path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => examples[name] ?? whole)
}

/** The call as somebody types it. */
function command(operation: Operation, origin: string): string {
  const { method, parameters, examples, requestBody, security } = operation
  const query = new URLSearchParams(
    parameters.flatMap(({ name, in: place }) => {
      const value = examples[name]
      return place === 'query' && value !== undefined ? [[name, value]] : []
    }),
  )
  const address = `${origin}${filled(operation)}${query.size > 0 ? `?${query}` : ''}`
  const headers = parameters.flatMap(({ name, in: place, required }) =>
    place === 'header' && required ? [`-H '${name}: ${examples[name] ?? '"1"'}'`] : [],
  )
  const open = security.length === 0 || security.some((one) => Object.keys(one).length === 0)
  if (!open) headers.unshift(`-H 'Authorization: Bearer pb_…'`)
  const body = requestBody?.content[JSON_TYPE]
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${address}'`,
    ...headers,
    ...(body
      ? [`-H 'Content-Type: ${JSON_TYPE}'`, `-d '${JSON.stringify(body.example ?? {})}'`]
      : []),
    ...(requestBody && !body ? ['--data-binary @file.pdf'] : []),
  ]
  return lines.join(' \\\n  ')
}

function wordsOf(t: ReturnType<typeof useTranslations<'reference'>>): TryWords {
  return {
    title: t('try'),
    token: t('token'),
    tokenHint: t('tokenHint'),
    body: t('body'),
    file: t('file'),
    send: t('send'),
    sending: t('sending'),
    answer: t('answer'),
    failed: t('failed'),
    cut: t('cut'),
    script: t('script'),
  }
}

/** One call: what it takes and answers, how it is typed, and a form that makes it. */
export function Call({ operation, origin }: { operation: Operation; origin: string }) {
  const t = useTranslations('reference')
  const { method, path, parameters, requestBody, responses } = operation
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <div className="grid min-w-0 grid-cols-1 content-start gap-5">
        {parameters.length > 0 && (
          <section>
            <h2 className="mb-1 text-sm font-semibold">{t('parameters')}</h2>
            <ul dir="ltr" lang="en" className="text-start text-sm">
              {parameters.map(({ name, in: place, required, schema, description }) => (
                <li key={name} className="py-0.5">
                  <code className="font-semibold">{name}</code>{' '}
                  <span className="text-soft wrap-anywhere">
                    {place} · {shapeText(schema)}
                    {!required && ` · ${t('optional')}`}
                  </span>
                  {description && <span className="block text-faint">{description}</span>}
                </li>
              ))}
            </ul>
          </section>
        )}
        {body && (
          <section>
            <h2 className="mb-1 text-sm font-semibold">
              {t('body')} <bdi dir="ltr">({type})</bdi>
            </h2>
            <Disclosure summary={t('members')}>
              <Members shape={body.schema} />
            </Disclosure>
          </section>
        )}
        <section>
          <h2 className="mb-1 text-sm font-semibold">{t('answers')}</h2>
          <ul dir="ltr" lang="en" className="text-start text-sm">
            {Object.entries(responses).map(([status, { description, content }]) => {
              const [answered, media] = Object.entries(content ?? {})[0] ?? []
              return (
                <li key={status} className="py-0.5">
                  <code className="font-semibold">{status}</code>{' '}
                  <span className="text-soft">
                    {description}
                    {answered && ` · ${answered}`}
                  </span>
                  {media && status.startsWith('2') && <Members shape={media.schema} />}
                </li>
              )
            })}
          </ul>
        </section>
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-5">
        <section>
          <h2 className="mb-1 text-sm font-semibold">{t('example')}</h2>
          <pre
            dir="ltr"
            tabIndex={KEYBOARD_STOP}
            className="overflow-x-auto border border-rule bg-raised p-3 text-start text-sm"
          >
            <code>{command(operation, origin)}</code>
          </pre>
        </section>
        <TryCall
          method={method}
          path={path}
          fields={parameters.map(({ name, in: place, required }) => ({
            ...{ name, place, required },
            value: operation.examples[name] ?? '',
          }))}
          body={
            type === undefined
              ? null
              : type === JSON_TYPE
                ? JSON.stringify(body?.example ?? {}, null, 2)
                : 'file'
          }
          words={wordsOf(t)}
        />
      </div>
    </div>
  )
}
