import { useTranslations } from 'next-intl'
import { agreementHref } from '@/components/agreements/list-address'
import { ButtonLink } from '@/components/ui/button'

const FORMS = ['amend', 'correct', 'event', 'annotate', 'edit', 'retract'] as const

/** What somebody who enters can do with this agreement, the usual first. */
export function AgreementActions({ reference }: { reference: string }) {
  const t = useTranslations('entry')
  const here = agreementHref(reference)
  return (
    <nav aria-label={t('actions')} className="no-print flex flex-wrap items-center gap-2">
      <ButtonLink look="primary" href={`${here}/report`}>
        {t('actionOf.report')}
      </ButtonLink>
      {FORMS.map((form) => (
        <ButtonLink key={form} href={`${here}/${form}`}>
          {t(`actionOf.${form}`)}
        </ButtonLink>
      ))}
    </nav>
  )
}
