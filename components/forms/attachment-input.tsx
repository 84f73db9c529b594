'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useEntry, useError, useText } from '@/components/entry/entry-context'
import { controlId } from '@/components/entry/state'
import { Button } from '@/components/ui/button'
import { Field } from './field'

/** What can be attached, and how large: the server checks both by the content. */
const TYPES = 'application/pdf,image/png,image/jpeg'
const MOST_BYTES = 10 * 1024 * 1024
const UPLOAD_TO = '/api/v1/attachments'

type Sending = { name: string; percent: number } | null

/** A file as the source, or beside an address. It is sent at once, with progress; without JavaScript it goes with the form. */
export function AttachmentInput() {
  const t = useTranslations('entry')
  const { texts } = useEntry()
  const kept = useText('source_attachment')
  const error = useError('source_attachment')
  const [sending, setSending] = useState<Sending>(null)
  const [failure, setFailure] = useState<string>()
  const [name, setName] = useState('')
  const request = useRef<XMLHttpRequest>(null)

  const send = (file: File) => {
    setFailure(undefined)
    if (file.size > MOST_BYTES) return setFailure(t('fileTooLarge'))
    setName(file.name)
    setSending({ name: file.name, percent: 0 })
    const upload = new XMLHttpRequest() // fetch cannot tell how far an upload is
    request.current = upload
    upload.open('POST', `${UPLOAD_TO}?fileName=${encodeURIComponent(file.name)}`)
    upload.responseType = 'json'
    upload.upload.onprogress = ({ loaded, total }) =>
      setSending({ name: file.name, percent: Math.floor((loaded / total) * 100) })
    upload.onerror = () => {
      setSending(null)
      setFailure(t('fileFailed'))
    }
    upload.onload = () => {
      setSending(null)
      if (upload.status === 201) texts.set('source_attachment', upload.response.name)
      else
        setFailure(
          upload.response?.errors?.[0]?.message ?? upload.response?.detail ?? t('fileFailed'),
        )
    }
    upload.send(file)
  }
  return (
    <Field
      id={controlId('source_attachment')}
      label={t('fileChoose')}
      hint={t('fileHint')}
      error={failure ?? error}
      note={
        (sending || kept !== '') && (
          <div role="status" className="flex flex-wrap items-center gap-3 text-sm">
            {sending && (
              <>
                <progress value={sending.percent} max={100} aria-label={sending.name} />
                {t('fileSending', sending)}
              </>
            )}
            {!sending && kept !== '' && (
              <>
                <span>{name ? t('fileKept', { name }) : t('fileKeptUnnamed')}</span>
                <Button
                  type="button"
                  look="plain"
                  onClick={() => {
                    texts.set('source_attachment', '')
                    setName('')
                  }}
                >
                  {t('fileRemove')}
                </Button>
              </>
            )}
          </div>
        )
      }
    >
      {(control) => (
        <>
          <input type="hidden" name="source_attachment" value={kept} />
          <input
            {...control}
            type="file"
            name="upload"
            accept={TYPES}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) send(file)
            }}
          />
        </>
      )}
    </Field>
  )
}
