import type { NextRequest } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import { THEME_COOKIE } from '@/app/theme-cookie'
import { ADDRESS_HEADER, NONCE_HEADER } from '@/lib/address'
import { env } from '@/lib/env'
import { directionOf } from '@/lib/format'
import { plainPage } from '@/lib/plain-page'

const RETRY_AFTER_SECONDS = '5'

/** 503 while the database is away, with the way back to the page that was asked for. */
export async function GET(request: NextRequest): Promise<Response> {
  const locale = await getLocale()
  const t = await getTranslations('trouble')
  const common = await getTranslations('common')
  const page = {
    lang: locale,
    direction: directionOf(locale),
    theme: request.cookies.get(THEME_COOKIE)?.value,
    nonce: request.headers.get(NONCE_HEADER) ?? '',
    site: common('name'),
    banner: env().demo ? common('demo') : null,
    status: 503,
    title: t('awayTitle'),
    text: t('awayText'),
    items: [],
    links: [{ href: request.headers.get(ADDRESS_HEADER) ?? '/', label: t('retry') }],
  }
  return plainPage(page, { 'retry-after': RETRY_AFTER_SECONDS })
}
