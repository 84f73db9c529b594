'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import { letterTo } from '@/components/calendar/letter'
import type { FormState } from '@/components/forms/form-state'
import { apiText } from '@/lib/api-text'
import { sendLetter } from '@/lib/features/calendar/send-letter'

export async function send(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const to = await sendLetter(viewer, texts, (language, company, asOf) =>
      letterTo(language, apiText(language), company, asOf),
    )
    revalidatePath('/calendar/chase')
    return { done: (await getTranslations('calendar'))('sent', { to }) }
  })
}
