'use server'

import { cookies } from 'next/headers'
import { requireOwnOrigin } from './own-origin'
import { THEME_COOKIE, themeOf } from './theme-cookie'

/** Keeps the reader's choice of light, dark or the system's; the page comes back with it. */
export async function setTheme(form: FormData): Promise<void> {
  await requireOwnOrigin()
  const theme = themeOf(form.get('theme'))
  const jar = await cookies()
  if (theme === 'system') jar.delete(THEME_COOKIE)
  else jar.set(THEME_COOKIE, theme, { maxAge: 31_536_000, sameSite: 'lax', path: '/' })
}
