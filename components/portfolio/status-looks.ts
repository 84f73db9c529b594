import type { Paint } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'
import type { PaceStatus } from '@/lib/domain/types'

/** How each pace status looks, everywhere: chip, bar, mix, legend. */
export const STATUS_LOOKS: Record<PaceStatus, { icon: IconName; paint: Paint }> = {
  AHEAD: { icon: 'chevrons-up', paint: { token: '--status-ahead', fill: 'solid' } },
  ON_TRACK: { icon: 'arrow-up-right', paint: { token: '--status-on-track', fill: 'solid' } },
  AT_RISK: { icon: 'triangle-alert', paint: { token: '--status-at-risk', fill: 'solid' } },
  BEHIND: { icon: 'history', paint: { token: '--status-behind', fill: 'solid' } },
  REVERSED: { icon: 'trending-down', paint: { token: '--status-reversed', fill: 'solid' } },
  MET: { icon: 'circle-check-big', paint: { token: '--status-met', fill: 'solid' } },
  MET_LATE: { icon: 'circle-check', paint: { token: '--status-met-late', fill: 'solid' } },
  SLIPPED: { icon: 'undo-2', paint: { token: '--status-slipped', fill: 'solid' } },
  MISSED: { icon: 'circle-x', paint: { token: '--status-missed', fill: 'solid' } },
  DUE_UNREPORTED: {
    icon: 'calendar-x',
    paint: { token: '--status-due-unreported', fill: 'dense' },
  },
  TOO_EARLY: { icon: 'hourglass', paint: { token: '--status-too-early', fill: 'solid' } },
  NO_REPORT: { icon: 'circle-dashed', paint: { token: '--status-no-report', fill: 'hatch' } },
  OUT_OF_DATE: { icon: 'calendar-clock', paint: { token: '--status-out-of-date', fill: 'solid' } },
  NOT_MEASURABLE: { icon: 'ruler', paint: { token: '--status-not-measurable', fill: 'dots' } },
  NO_DEADLINE: { icon: 'calendar-off', paint: { token: '--status-no-deadline', fill: 'solid' } },
  INACTIVE: { icon: 'circle-off', paint: { token: '--status-inactive', fill: 'solid' } },
}
