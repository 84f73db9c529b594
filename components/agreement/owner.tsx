import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import type { FormAction } from '@/components/forms/form-state'
import { Disclosure } from '@/components/ui/disclosure'
import type { Ownership } from '@/lib/features/agreements/get-owner'

/** Who looks after the record; whoever may hand it over does so here. */
export function Owner({
  reference,
  ownership: { owner, possible },
  action,
}: {
  reference: string
  ownership: Ownership
  action: FormAction
}) {
  const t = useTranslations('agreement.owner')
  const common = useTranslations('common')
  const seen = owner?.id ?? ''
  const listed = possible.some(({ id }) => id === seen)
  const options = [
    { value: '', label: t('none') },
    ...(owner && !listed ? [{ value: owner.id, label: owner.name ?? t('gone') }] : []),
    ...possible.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className="no-print grid max-w-xl gap-2 text-sm">
      <p>
        <span className="text-soft">{common('named', { label: t('title') })}</span>{' '}
        {owner === null ? t('none') : <bdi>{owner.name ?? t('gone')}</bdi>}
      </p>
      {possible.length > 0 && (
        <Disclosure summary={t('hand')}>
          <ActionForm
            action={action}
            label={t('hand')}
            hidden={{ reference, seen }}
            look="plain"
            submit={t('submit')}
            fields={[{ name: 'owner', label: t('title'), hint: t('hint'), options, value: seen }]}
          />
        </Disclosure>
      )}
    </div>
  )
}
