import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/forms/action-form'
import type { FormAction } from '@/components/forms/form-state'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { LetterText } from '@/lib/features/calendar/letter-mark'
import type { ChaseList } from '@/lib/features/calendar/list-chase'
import { directionOf, formatInstant, type Locale } from '@/lib/format'
import { CopyButton } from './copy-button'

const LETTER_ROWS = 14

type Row = ChaseList['rows'][number]

/** The e-mail that asks a company for exactly what it owes: copied, opened in the mail program, or sent from here; and what was sent last. */
export function CompanyLetter({
  company,
  letter,
  language,
  sending,
}: {
  company: Row
  letter: LetterText
  language: Locale
  /** What sends it, the filters that chose its figures, and what the letter is recognised by; null where letters leave by hand. */
  sending: { action: FormAction; asked: string; seen: string } | null
}) {
  const t = useTranslations('calendar')
  const { subject, body } = letter
  const { slug, name, letter: last, nextNumber, mayWrite } = company
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
  return (
    <div className="mt-3 grid gap-2">
      {last && <LastLetter last={last} />}
      <Disclosure summary={t('letterTitle')}>
        <div className="grid max-w-3xl gap-3">
          <p className="text-sm" lang={language} dir={directionOf(language)}>
            <strong>{subject}</strong>
          </p>
          <textarea
            readOnly
            rows={LETTER_ROWS}
            lang={language}
            dir={directionOf(language)}
            aria-label={t('letterTo', { company: name })}
            defaultValue={body}
            className="w-full border border-rule-strong bg-raised p-3 text-sm"
          />
          <div className="flex flex-wrap gap-3">
            <CopyButton
              text={`${subject}\n\n${body}`}
              words={{ copy: t('copy'), copied: t('copied'), failed: t('copyFailed') }}
            />
            <ButtonLink href={mail}>{t('mail')}</ButtonLink>
          </div>
          {sending && !mayWrite && <p className="text-sm text-soft">{t('sendRegions')}</p>}
          {sending && mayWrite && (
            <ActionForm
              action={sending.action}
              label={t('letterTo', { company: name })}
              submit={t('send')}
              hidden={{
                ...{ company: slug, number: String(nextNumber), language },
                ...{ asked: sending.asked, seen: sending.seen },
              }}
              fields={[
                {
                  name: 'to',
                  label: t('sendTo'),
                  hint: t('sendHint'),
                  type: 'email',
                  inputMode: 'email',
                  autoComplete: 'off',
                  ltr: true,
                  value: last?.recipient,
                },
              ]}
            />
          )}
        </div>
      </Disclosure>
    </div>
  )
}

function LastLetter({ last }: { last: NonNullable<Row['letter']> }) {
  const t = useTranslations('calendar')
  const locale = useLocale()
  const { sentAt, failure, begunAt, recipient, author, authorName } = last
  const told = {
    when: formatInstant(locale, sentAt ?? begunAt),
    to: recipient,
    name: authorName ?? author,
  }
  if (failure !== null)
    return <p className="text-sm text-danger">{t('sendFailed', { ...told, reason: failure })}</p>
  return (
    <p className="text-sm text-soft">{t(sentAt === null ? 'sendUnknown' : 'lastSent', told)}</p>
  )
}
