import type { Surface } from './filter-keys'

/** The lists, and the tables of the dashboard, that can be taken away exactly as they are seen. */
export const VIEW_NAMES = [
  'agreements',
  'companies',
  'signatories',
  'targets',
  'calendar',
  'burn-up',
  'gaps',
] as const
export type ViewName = (typeof VIEW_NAMES)[number]

/** What the address of each takes. */
export const VIEWS: Record<ViewName, Surface> = {
  agreements: 'agreementsView',
  companies: 'companiesView',
  signatories: 'signatoriesView',
  targets: 'targetsView',
  calendar: 'calendarView',
  'burn-up': 'dashboardView',
  gaps: 'dashboardView',
}

/** The forms in which each is answered, by how the address ends. */
export const VIEW_FORMS = ['csv', 'xlsx'] as const
