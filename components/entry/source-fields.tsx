'use client'

import { useTranslations } from 'next-intl'
import { AttachmentInput } from '@/components/forms/attachment-input'
import { DayInput } from '@/components/forms/day-input'
import { TextInput } from '@/components/forms/text-input'

/** Where it is written: an address or a file, who published it and when. */
export function SourceFields({ language = false }: { language?: boolean }) {
  const t = useTranslations('entry')
  return (
    <>
      <TextInput name="source_url" type="url" dir="ltr" hint={t('sourceUrlHint')} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextInput name="source_publisher" />
        <DayInput name="source_date" />
        {language && <TextInput name="source_language" dir="ltr" hint={t('languageHint')} />}
      </div>
      <AttachmentInput />
    </>
  )
}
