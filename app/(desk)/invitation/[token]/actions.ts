'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/app/(desk)/form-action'
import { keepSignIn } from '@/app/(desk)/keep-cookies'
import type { FormState } from '@/components/forms/form-state'
import { acceptInvitation } from '@/lib/features/accounts/accept-invitation'

export async function accept(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    await keepSignIn([await acceptInvitation(texts.token ?? '', texts, headers)])
    redirect('/account')
  })
}
