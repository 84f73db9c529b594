import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { reader } from '@/app/(portfolio)/request'
import { PageTitle, Section } from '@/components/ui/page-title'
import { METHOD } from '@/lib/domain/method'
import { openApi } from '@/lib/schemas/api'
import { TAGS } from '@/lib/schemas/api-finish'
import { operationsOf } from '@/lib/schemas/operations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reference')
  return { title: t('title') }
}

/** Every call of the API, from the description that /api/openapi.json gives. */
export default async function ReferencePage() {
  await reader()
  const t = await getTranslations('reference')
  const operations = operationsOf(openApi(METHOD))
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
      {TAGS.map((tag) => (
        <Section key={tag} id={tag} title={t(`parts.${tag}`)}>
          <ul className="border-b border-rule">
            {operations
              .filter(({ tags }) => tags[0] === tag)
              .map(({ operationId, method, path, summary }) => (
                <li key={operationId} className="border-t border-rule">
                  <a
                    href={`/data/api/${operationId}`}
                    className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2.5 hover:bg-sunken"
                  >
                    <code dir="ltr" className="text-sm font-semibold wrap-anywhere">
                      <span className="text-accent">{method}</span> {path}
                    </code>
                    <span lang="en" className="text-sm text-soft">
                      <bdi dir="ltr">{summary}</bdi>
                    </span>
                  </a>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
