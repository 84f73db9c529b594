'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/app/(desk)/form-action'
import { keepCookies, keepLanguage } from '@/app/(desk)/keep-cookies'
import type { FormState } from '@/components/forms/form-state'
import { beginSecondFactor } from '@/lib/features/accounts/begin-second-factor'
import { changePassword } from '@/lib/features/accounts/change-password'
import { confirmSecondFactor } from '@/lib/features/accounts/confirm-second-factor'
import { endSecondFactor } from '@/lib/features/accounts/end-second-factor'
import { endSession } from '@/lib/features/accounts/end-session'
import { renewRecoveryCodes } from '@/lib/features/accounts/renew-recovery-codes'
import { updateProfile } from '@/lib/features/accounts/update-profile'
import { qrPicture } from './qr-picture'

const PATH = '/account'

export async function saveProfile(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    const language = await updateProfile(texts, headers)
    if (language) await keepLanguage(language)
    redirect(`${PATH}?saved=1`) // the whole page comes back in the language
  })
}

export async function savePassword(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    await changePassword(texts, headers)
    revalidatePath(PATH)
    return { done: (await getTranslations('accounts'))('passwordChanged') }
  })
}

export async function beginApp(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    const { uri, recoveryCodes } = await beginSecondFactor(texts, headers)
    const t = await getTranslations('accounts')
    const key = new URL(uri).searchParams.get('secret') ?? ''
    revalidatePath(PATH)
    return {
      done: t('secondScan'),
      picture: qrPicture(uri, t('secondPicture')),
      revealed: [
        { label: t('key'), values: [key] },
        { label: t('recoveryCodes'), values: recoveryCodes },
      ],
    }
  })
}

export async function confirmApp(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    await keepCookies(await confirmSecondFactor(texts, headers))
    redirect(`${PATH}?saved=1`)
  })
}

export async function endApp(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    await keepCookies(await endSecondFactor(texts, headers))
    redirect(`${PATH}?saved=1`)
  })
}

export async function renewCodes(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    const values = await renewRecoveryCodes(texts, headers)
    const t = await getTranslations('accounts')
    return { done: t('recoveryText'), revealed: [{ label: t('recoveryCodes'), values }] }
  })
}

export async function endOne(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    await endSession(texts, headers)
    revalidatePath(PATH)
    return {}
  })
}
