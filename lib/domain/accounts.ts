/** What a single-use link is for. */
export const LINK_KINDS = ['setup', 'invitation', 'reset', 'demo'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What can be done to an account; the log of account events names it. */
export const ACCOUNT_VERBS = [
  'created',
  'invited',
  'invitation_withdrawn',
  'changed',
  'disabled',
  'enabled',
  'reset_offered',
  'password_set',
  'password_changed',
  'second_factor_on',
  'second_factor_off',
  'recovery_codes_renewed',
  'token_created',
  'token_revoked',
  'signed_in',
  'session_ended',
  'link_sent',
  'schedule_made',
  'schedule_paused',
  'schedule_resumed',
  'schedule_ended',
  'schedule_left',
  'schedule_sent_again',
] as const
export type AccountVerb = (typeof ACCOUNT_VERBS)[number]
