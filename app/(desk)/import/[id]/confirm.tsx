import { getLocale, getTranslations } from 'next-intl/server'
import { checkAgain, takeBack, write } from '@/app/(desk)/import/actions'
import { ActionForm, type FieldSpec } from '@/components/forms/action-form'
import { problemText } from '@/components/review/field-words'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { StagedPage } from '@/lib/features/imports/get-staged'
import { formatNumber } from '@/lib/format'

type Part = Pick<StagedPage, 'staged'> & { hidden: Record<string, string> }

/** What a person confirms before anything is written. */
export async function Confirm({ staged, hidden }: Part) {
  const t = await getTranslations()
  const { counts, names, problem } = staged
  if (!counts) return null
  const count = counts.created + counts.updated
  if (count === 0) return <p>{t('staging.nothing')}</p>
  if (problem?.code === 'staged_moved')
    return (
      <div className="grid gap-4">
        <Notice kind="warning" title={problemText(t, { path: '', ...problem })} />
        <ActionForm action={checkAgain} hidden={hidden} submit={t('staging.again')} />
      </div>
    )
  if (counts.unknown.some(({ name }) => !(name in names)))
    return <Notice kind="warning" title={t('staging.namesOpen')} />
  const fields: FieldSpec[] = [
    ...(counts.refused > 0
      ? [
          {
            name: 'part',
            type: 'checkbox' as const,
            label: t('staging.part', { count: count + counts.unchanged, refused: counts.refused }),
          },
        ]
      : []),
    {
      ...{ name: 'submit', type: 'checkbox' as const },
      label: `${t('staging.submitNow')} (${t('staging.submitHint')})`,
    },
  ]
  return (
    <div className="grid gap-4">
      {counts.refused > 0 && <p className="max-w-measure">{t('staging.refusedFirst')}</p>}
      <ActionForm
        action={write}
        label={t('staging.confirmTitle')}
        fields={fields}
        hidden={hidden}
        submit={t('staging.confirm', { count })}
      />
    </div>
  )
}

/** What was written, and the ways on. */
export async function Written({ staged, open, hidden }: Part & Pick<StagedPage, 'open'>) {
  const t = await getTranslations()
  const locale = await getLocale()
  const { importId } = staged
  if (importId === null) return null
  return (
    <div className="grid gap-6">
      <Notice role="status" title={t('staging.writtenTitle')}>
        <p>{t('staging.writtenText', { count: open })}</p>
      </Notice>
      <div className="flex flex-wrap items-start gap-4">
        <ButtonLink href="/review?state=draft&state=submitted">
          {t('staging.queue')} ({formatNumber(locale, open)})
        </ButtonLink>
        <ButtonLink href="/import">{t('staging.another')}</ButtonLink>
        {open > 0 && (
          <ActionForm
            action={takeBack}
            hidden={{ ...hidden, import: importId }}
            submit={t('staging.takeBack')}
            look="plain"
          />
        )}
      </div>
    </div>
  )
}
