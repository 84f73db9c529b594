'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/app/(desk)/form-action'
import { keepSignIn } from '@/app/(desk)/keep-cookies'
import type { FormState } from '@/components/forms/form-state'
import { setUp } from '@/lib/features/accounts/set-up'

export async function createFirst(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    await keepSignIn([await setUp(texts.token ?? '', texts, headers)])
    redirect('/admin/users')
  })
}
