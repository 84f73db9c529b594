'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/app/(desk)/form-action'
import { keepSignIn } from '@/app/(desk)/keep-cookies'
import type { FormState } from '@/components/forms/form-state'
import { resetByLink } from '@/lib/features/accounts/reset-by-link'

export async function choosePassword(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    await keepSignIn([await resetByLink(texts.token ?? '', texts, headers)])
    redirect('/account')
  })
}
