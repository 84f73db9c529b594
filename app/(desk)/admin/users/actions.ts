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
import { handedOver } from './handed-over'

const PATH = '/admin/users'

export async function invite(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const { email, token } = await inviteAccount(viewer, texts)
    const t = await getTranslations('accounts')
    const address = await publicAddress(`/invitation/${token}`)
    revalidatePath(PATH)
    return handedOver(
      viewer,
      { kind: 'invitation', email, address },
      {
        label: t('inviteLink', { email }),
        byHand: t('inviteDone'),
      },
    )
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
    const { viewer } = await reading()
    const { email, token } = await offerReset(viewer, texts)
    const t = await getTranslations('accounts')
    const address = await publicAddress(`/reset/${token}`)
    return handedOver(
      viewer,
      { kind: 'reset', email, address },
      {
        label: t('resetLink', { email }),
        byHand: t('resetDone'),
      },
    )
  })
}
