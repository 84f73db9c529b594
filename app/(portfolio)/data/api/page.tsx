import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { reader } from '@/app/(portfolio)/request'
import { Call } from '@/components/reference/call'
import { ShapeList } from '@/components/reference/shape-list'
import { PageTitle, Section } from '@/components/ui/page-title'
import { METHOD } from '@/lib/domain/method'
import { env } from '@/lib/env'
import { openApi } from '@/lib/schemas/api'
import { TAGS } from '@/lib/schemas/api-finish'
import { operationsOf, shapesOf } from '@/lib/schemas/operations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reference')
  return { title: t('title') }
}

/** Every call of the API, from the description that /api/openapi.json gives. */
export default async function ReferencePage() {
  await reader()
  const t = await getTranslations('reference')
  const document = openApi(METHOD)
  const operations = operationsOf(document)
  const { url, host, port } = env()
  return (
    <>
      <PageTitle
        kicker={
          <a href="/data#api" className="link">
            {t('back')}
          </a>
        }
        title={t('title')}
        lead={t('lead')}
      >
        <a href="/api/openapi.json" className="link">
          {t('document')}
        </a>
      </PageTitle>
      <nav aria-label={t('contents')} className="no-print">
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {TAGS.map((tag) => (
            <li key={tag}>
              <a href={`#${tag}`} className="link inline-flex min-h-8 items-center">
                {t(`parts.${tag}`)}
              </a>
            </li>
          ))}
          <li>
            <a href="#shapes" className="link inline-flex min-h-8 items-center">
              {t('shapes')}
            </a>
          </li>
        </ul>
      </nav>
      {TAGS.map((tag) => (
        <Section key={tag} id={tag} title={t(`parts.${tag}`)}>
          <ul className="border-b border-rule">
            {operations
              .filter(({ tags }) => tags[0] === tag)
              .map((operation) => (
                <li key={operation.operationId} className="border-t border-rule">
                  <Call operation={operation} origin={url ?? `http://${host}:${port}`} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <Section id="shapes" title={t('shapes')} lead={t('shapesLead')}>
        <ShapeList shapes={shapesOf(document)} />
      </Section>
    </>
  )
}
