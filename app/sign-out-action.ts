'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { keepCookies } from '@/app/(desk)/keep-cookies'
import { requireOwnOrigin } from '@/app/own-origin'
import { signOut } from '@/lib/features/accounts/sign-out'

/** Ends this browser's session and leads to the front page. */
export async function endThisSession(): Promise<void> {
  await requireOwnOrigin()
  await keepCookies(await signOut(await headers()))
  redirect('/')
}
