import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { reader } from '@/app/(portfolio)/request'
import { Calculator } from '@/components/method/calculator'
import { FORMULAS, METHOD_GROUPS } from '@/components/method/contents'
import { EXAMPLE } from '@/components/method/entries'
import { Example } from '@/components/method/example'
import { Paragraph } from '@/components/method/paragraph'
import { StatusRules } from '@/components/method/status-rules'
import { PageTitle, Section } from '@/components/ui/page-title'
import { keepEntries } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('nav')
  return { title: t('method') }
}

export default async function MethodPage() {
  await reader() // the method of a private book is private too
  const t = await getTranslations('method')
  const { calculator, codes, errors } = await getMessages()
  const contents = [
    ...METHOD_GROUPS.map(({ group }) => ({ id: group, label: t(group) })),
    { id: 'example', label: t('exampleTitle') },
    { id: 'calculator', label: t('calculatorTitle') },
  ]
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[1fr_15rem]">
        <div className="min-w-0">
          <h2 className="mb-3 text-xl">{t('principles')}</h2>
          <ol className="grid max-w-measure list-decimal gap-2 ps-6 marker:text-faint">
            {(['p1', 'p2', 'p3', 'p4'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ol>
          {METHOD_GROUPS.map(({ group, sections }) => (
            <Section key={group} id={group} title={t(group)}>
              <div className="grid gap-3">
                {sections.map((id) => (
                  <Paragraph
                    key={id}
                    id={id}
                    title={t(`sections.${id}.title`)}
                    text={t(`sections.${id}.text`)}
                    formulas={FORMULAS[id]}
                  >
                    {id === 'status' && <StatusRules />}
                  </Paragraph>
                ))}
              </div>
            </Section>
          ))}
          <Section id="example" title={t('exampleTitle')}>
            <Example />
          </Section>
        </div>
        <nav
          aria-label={t('contents')}
          className="no-print order-first border-s border-rule ps-5 text-sm lg:sticky lg:top-6 lg:order-none lg:self-start"
        >
          <h2 className="mb-2 text-xs font-semibold text-soft">{t('contents')}</h2>
          <ul className="grid gap-1">
            {contents.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`} className="link block py-1">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Section id="calculator" title={t('calculatorTitle')} lead={t('calculatorLead')}>
        <NextIntlClientProvider messages={{ calculator, codes, errors }}>
          <Calculator initial={EXAMPLE} action={keepEntries} />
        </NextIntlClientProvider>
      </Section>
    </>
  )
}
