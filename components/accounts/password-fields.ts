import type { FieldSpec } from '@/components/forms/action-form'

/** The two fields in which a new password is typed. */
export function newPasswordFields(
  t: (key: 'newPassword' | 'passwordHint' | 'again') => string,
): FieldSpec[] {
  const field = { type: 'password', autoComplete: 'new-password', ltr: true } as const
  return [
    { ...field, name: 'password', label: t('newPassword'), hint: t('passwordHint') },
    { ...field, name: 'again', label: t('again') },
  ]
}
