import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** Forms answer while somebody types, so their words travel to the browser: those of forms, codes and readings only. */
export default async function EntryLayout({ children }: { children: ReactNode }) {
  const { trouble, entry, errors, doubts, codes, common, agreements } = await getMessages()
  const { deadlines, half, quarter } = agreements
  return (
    <NextIntlClientProvider
      messages={{
        ...{ trouble, entry, errors, doubts, codes, common },
        agreements: { deadlines, half, quarter },
      }}
    >
      {children}
    </NextIntlClientProvider>
  )
}
