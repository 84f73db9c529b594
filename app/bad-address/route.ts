import type { NextRequest } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import { THEME_COOKIE } from '@/app/theme-cookie'
import { ADDRESS_HEADER, NONCE_HEADER, problemsOfAddress } from '@/lib/address'
import { env } from '@/lib/env'
import type { Problem } from '@/lib/errors'
import { directionOf } from '@/lib/format'
import { plainPage } from '@/lib/plain-page'
import { problemsOfNames } from './problems-of-names'

/** 400 for an address that proxy.ts refused: which part, why, and the same page without it. A page itself cannot answer 400. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = new URL(request.headers.get(ADDRESS_HEADER) ?? '/', 'http://localhost')
  const unread = problemsOfAddress(asked.pathname, asked.searchParams)
  const problems =
    unread.length > 0 ? unread : await problemsOfNames(asked.pathname, asked.searchParams)
  const locale = await getLocale()
  const t = await getTranslations('trouble')
  const common = await getTranslations('common')
  return plainPage({
    lang: locale,
    direction: directionOf(locale),
    theme: request.cookies.get(THEME_COOKIE)?.value,
    nonce: request.headers.get(NONCE_HEADER) ?? '',
    site: common('name'),
    banner: env().demo ? common('demo') : null,
    status: 400,
    title: t('badTitle'),
    text: t('badText'),
    items: await explained(problems),
    links: [{ href: without(asked, problems), label: t('badWithout') }],
  })
}

async function explained(problems: Problem[]) {
  const t = await getTranslations('errors')
  return problems.map(({ path, code, values }) => ({
    name: path,
    text: t(code as Parameters<typeof t>[0], values), // a test holds every code to a message
  }))
}

function without(asked: URL, problems: Problem[]): string {
  const kept = new URLSearchParams(asked.searchParams)
  for (const { path } of problems) kept.delete(path)
  return kept.size > 0 ? `${asked.pathname}?${kept}` : asked.pathname
}
