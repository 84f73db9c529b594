'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import type { FormState } from '@/components/forms/form-state'
import { createToken } from '@/lib/features/accounts/create-token'
import { revokeToken } from '@/lib/features/accounts/revoke-token'

const PATH = '/admin/tokens'

export async function create(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const token = await createToken((await reading()).viewer, texts)
    const t = await getTranslations('accounts')
    revalidatePath(PATH)
    return { done: t('tokenDone'), revealed: [{ label: t('token'), values: [token] }] }
  })
}

export async function revoke(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await revokeToken((await reading()).viewer, texts)
    revalidatePath(PATH)
    return {}
  })
}
