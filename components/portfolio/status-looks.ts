import type { LucideIcon } from 'lucide-react'
import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarOff from 'lucide-react/icons/calendar-off'
import CalendarX from 'lucide-react/icons/calendar-x'
import ChevronsUp from 'lucide-react/icons/chevrons-up'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleCheckBig from 'lucide-react/icons/circle-check-big'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleOff from 'lucide-react/icons/circle-off'
import CircleX from 'lucide-react/icons/circle-x'
import History from 'lucide-react/icons/history'
import Hourglass from 'lucide-react/icons/hourglass'
import Ruler from 'lucide-react/icons/ruler'
import TrendingDown from 'lucide-react/icons/trending-down'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import Undo2 from 'lucide-react/icons/undo-2'
import type { Paint } from '@/components/ui/badge'
import type { PaceStatus } from '@/lib/domain/types'

/** How each pace status looks, everywhere: chip, bar, mix, legend. */
export const STATUS_LOOKS: Record<PaceStatus, { icon: LucideIcon; paint: Paint }> = {
  AHEAD: { icon: ChevronsUp, paint: { token: '--status-ahead', fill: 'solid' } },
  ON_TRACK: { icon: ArrowUpRight, paint: { token: '--status-on-track', fill: 'solid' } },
  AT_RISK: { icon: TriangleAlert, paint: { token: '--status-at-risk', fill: 'solid' } },
  BEHIND: { icon: History, paint: { token: '--status-behind', fill: 'solid' } },
  REVERSED: { icon: TrendingDown, paint: { token: '--status-reversed', fill: 'solid' } },
  MET: { icon: CircleCheckBig, paint: { token: '--status-met', fill: 'solid' } },
  MET_LATE: { icon: CircleCheck, paint: { token: '--status-met-late', fill: 'solid' } },
  SLIPPED: { icon: Undo2, paint: { token: '--status-slipped', fill: 'solid' } },
  MISSED: { icon: CircleX, paint: { token: '--status-missed', fill: 'solid' } },
  DUE_UNREPORTED: { icon: CalendarX, paint: { token: '--status-due-unreported', fill: 'dense' } },
  TOO_EARLY: { icon: Hourglass, paint: { token: '--status-too-early', fill: 'solid' } },
  NO_REPORT: { icon: CircleDashed, paint: { token: '--status-no-report', fill: 'hatch' } },
  OUT_OF_DATE: { icon: CalendarClock, paint: { token: '--status-out-of-date', fill: 'solid' } },
  NOT_MEASURABLE: { icon: Ruler, paint: { token: '--status-not-measurable', fill: 'dots' } },
  NO_DEADLINE: { icon: CalendarOff, paint: { token: '--status-no-deadline', fill: 'solid' } },
  INACTIVE: { icon: CircleOff, paint: { token: '--status-inactive', fill: 'solid' } },
}
