'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { publicAddress } from '@/app/(desk)/admin/public-address'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import type { FormState } from '@/components/forms/form-state'
import { changeRole } from '@/lib/features/accounts/change-role'
import { disableAccount } from '@/lib/features/accounts/disable-account'
import { enableAccount } from '@/lib/features/accounts/enable-account'
import { inviteAccount } from '@/lib/features/accounts/invite-account'
import { offerReset } from '@/lib/features/accounts/offer-reset'
import { withdrawInvitation } from '@/lib/features/accounts/withdraw-invitation'

const PATH = '/admin/users'

export async function invite(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { email, token } = await inviteAccount((await reading()).viewer, texts)
    const t = await getTranslations('accounts')
    const values = [await publicAddress(`/invitation/${token}`)]
    revalidatePath(PATH)
    return { done: t('inviteDone'), revealed: [{ label: t('inviteLink', { email }), values }] }
  })
}

export async function withdraw(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await withdrawInvitation((await reading()).viewer, texts)
    revalidatePath(PATH)
    return {}
  })
}

export async function saveRole(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await changeRole((await reading()).viewer, texts)
    revalidatePath(PATH)
    return { done: (await getTranslations('accounts'))('saved') }
  })
}

export async function disable(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await disableAccount((await reading()).viewer, texts)
    revalidatePath(PATH)
    return {}
  })
}

export async function enable(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await enableAccount((await reading()).viewer, texts)
    revalidatePath(PATH)
    return {}
  })
}

export async function reset(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { email, token } = await offerReset((await reading()).viewer, texts)
    const t = await getTranslations('accounts')
    const values = [await publicAddress(`/reset/${token}`)]
    return { done: t('resetDone'), revealed: [{ label: t('resetLink', { email }), values }] }
  })
}
