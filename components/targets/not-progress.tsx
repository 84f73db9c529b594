import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** What the national targets are not; it stands before the first of them, on every page that shows one. */
export function NotProgress() {
  const t = useTranslations('targets')
  return (
    <div className="max-w-measure">
      <Notice kind="warning" title={t('noticeTitle')}>
        <p>{t('noticeText')}</p>
      </Notice>
    </div>
  )
}
