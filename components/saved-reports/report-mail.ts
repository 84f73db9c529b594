import type { apiText } from '@/lib/api-text'
import { formatDay, type Locale } from '@/lib/format'

type Texts = ReturnType<typeof apiText>

/** What a mail tells about the report that it brings. */
interface Sent {
  id: string
  schedule: string
  report: string
  title: string
  asOf: string
  token: string
  author: { name: string }
}

/** The words of a mail that brings a report, and the headers with which a mail program offers to leave (RFC 8058). */
export function reportMail(
  locale: Locale,
  t: Texts,
  base: string,
  { id, schedule, report, title, asOf, token, author }: Sent,
  { name, content, path }: { name: string; content: Buffer | null; path: string },
): { subject: string; text: string; headers: Record<string, string>; messageId: string } {
  const day = formatDay(locale, asOf)
  const parts = [
    t('schedules.mail.lead', { title, day }),
    content === null
      ? t('schedules.mail.tooLarge', { address: `${base}${path}` })
      : t('schedules.mail.attached', { name }),
    t('schedules.mail.report', { address: `${base}/r/${report}?lang=${locale}` }),
    t('schedules.mail.leave', {
      name: author.name,
      address: `${base}/unsubscribe/${token}?lang=${locale}`,
    }),
  ]
  return {
    subject: t('schedules.mail.subject', { title, day }),
    text: `${parts.join('\n\n')}\n`,
    messageId: `<${id}.${schedule}@${new URL(base).hostname}>`,
    headers: {
      'List-Unsubscribe': `<${base}/api/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // Nobody's holiday answers a letter that a program wrote.
      'Auto-Submitted': 'auto-generated',
    },
  }
}
