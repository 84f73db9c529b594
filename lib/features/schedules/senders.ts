import { holds } from '@/lib/domain/permissions'
import { ROLES } from '@/lib/domain/types'

/** The roles whose schedules send: whoever loses them, or whose account is closed, sends nothing more. */
export const SENDERS = ROLES.filter((role) => holds(role, 'report.schedule'))
