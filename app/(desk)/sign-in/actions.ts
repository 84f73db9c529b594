'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/app/(desk)/form-action'
import { keepCookies, keepSignIn } from '@/app/(desk)/keep-cookies'
import type { FormState } from '@/components/forms/form-state'
import { Unauthenticated } from '@/lib/errors'
import { confirmSignIn } from '@/lib/features/accounts/confirm-sign-in'
import { signIn } from '@/lib/features/accounts/sign-in'
import { nextPath } from '@/lib/next-path'

export async function enter(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    const { cookies, owes } = await signIn(texts, headers)
    const next = nextPath(texts.next)
    if (owes === 'nothing') {
      await keepSignIn(cookies)
      redirect(next)
    }
    await keepCookies(cookies)
    redirect(`/sign-in/code?next=${encodeURIComponent(next)}`)
  })
}

export async function enterCode(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts, headers) => {
    const next = nextPath(texts.next)
    try {
      await keepSignIn(await confirmSignIn(texts, headers))
    } catch (error) {
      if (error instanceof Unauthenticated)
        redirect(`/sign-in?again=1&next=${encodeURIComponent(next)}`)
      throw error
    }
    redirect(next)
  })
}
