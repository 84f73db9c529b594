/** Days after the latest counted data date, or after the start where nothing is reported, on which the next report is due: what is older is no longer FRESH (method, section 8). */
export const REPORT_DUE_DAYS = 183

/** Lists of the calendar: deadlines that lie ahead, and reports that are due. */
export const CALENDAR_LISTS = ['deadlines', 'reports'] as const
export type CalendarList = (typeof CALENDAR_LISTS)[number]
