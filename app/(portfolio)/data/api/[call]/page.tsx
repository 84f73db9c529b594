import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { reader } from '@/app/(portfolio)/request'
import { Call } from '@/components/reference/call'
import { ShapeList } from '@/components/reference/shape-list'
import { namedBy } from '@/components/reference/shape-text'
import { PageTitle, Section } from '@/components/ui/page-title'
import { METHOD } from '@/lib/domain/method'
import { env } from '@/lib/env'
import { openApi } from '@/lib/schemas/api'
import { type Operation, operationsOf, shapesOf } from '@/lib/schemas/operations'

interface Props {
  params: Promise<{ call: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).call }
}

/** The shapes that the answers of a call name. */
function named({ responses }: Operation): Set<string | null> {
  const schemas = Object.values(responses).flatMap(({ content }) => Object.values(content ?? {}))
  return new Set(schemas.map(({ schema }) => namedBy(schema)))
}

/** One call of the API, with a form to try it. */
export default async function CallPage({ params }: Props) {
  await reader()
  const { call } = await params
  const document = openApi(METHOD)
  const operation = operationsOf(document).find(({ operationId }) => operationId === call)
  if (!operation) notFound()
  const t = await getTranslations('reference')
  const { url, host, port } = env()
  const names = named(operation)
  return (
    <>
      <PageTitle
        kicker={
          <a href="/data/api" className="link">
            {t('title')}
          </a>
        }
        title={
          <code dir="ltr" className="text-xl wrap-anywhere sm:text-2xl">
            <span className="text-accent">{operation.method}</span> {operation.path}
          </code>
        }
        lead={
          <span lang="en">
            <bdi dir="ltr">{operation.summary}</bdi>
          </span>
        }
      />
      <Call operation={operation} origin={url ?? `http://${host}:${port}`} />
      {names.size > 0 && (
        <Section id="shapes" title={t('shapes')} lead={t('shapesLead')}>
          <ShapeList shapes={shapesOf(document).filter(([name]) => names.has(name))} />
        </Section>
      )}
    </>
  )
}
