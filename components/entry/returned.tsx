import { useTranslations } from 'next-intl'
import { FieldLink } from '@/components/forms/field-link'
import { Notice } from '@/components/ui/notice'
import { controlId } from './state'

/** What the reviewer asks for, with the way to the field that it is about. */
export function Returned({ note }: { note: { text: string; field: string | null } | null }) {
  const t = useTranslations('entry')
  if (note === null) return null
  return (
    <div className="mb-8">
      <Notice kind="warning" title={t('returnedTitle')}>
        <p className="text-sm">
          <bdi>{note.text}</bdi>
        </p>
        {note.field && (
          <p className="mt-1 text-sm">
            <FieldLink to={controlId(note.field)}>{t('returnedField')}</FieldLink>
          </p>
        )}
      </Notice>
    </div>
  )
}
