'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import type { FormState } from '@/components/forms/form-state'
import { createWebhook } from '@/lib/features/webhooks/create-webhook'
import { endWebhook } from '@/lib/features/webhooks/end-webhook'
import { resendDelivery } from '@/lib/features/webhooks/resend-delivery'
import { idForm, parseForm } from '@/lib/schemas/accounts'
import { parseWebhookForm, resendForm } from '@/lib/schemas/webhooks'

const PATH = '/admin/webhooks'

export async function create(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const { secret } = await createWebhook({ viewer, ...parseWebhookForm(texts) })
    const t = await getTranslations('webhooks')
    revalidatePath(PATH)
    return { done: t('done'), revealed: [{ label: t('secret'), values: [secret] }] }
  })
}

export async function end(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await endWebhook((await reading()).viewer, parseForm(idForm, texts).id)
    revalidatePath(PATH)
    return {}
  })
}

export async function resend(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const asked = parseForm(resendForm, texts)
    await resendDelivery({ viewer, ...asked })
    const t = await getTranslations('webhooks')
    revalidatePath(`${PATH}/${asked.webhook}`)
    return { done: t('resent') }
  })
}
