import { boolean, decimal, type ExportColumn, integer } from '@/lib/data/export-columns'
import {
  AGREEMENT_HEAD,
  ASKED_COLUMNS,
  PROMISE_COLUMNS,
  pickedAmount,
  REPORTED_COLUMNS,
  STANDING_COLUMNS,
} from '@/lib/data/report-portfolio'
import { inForceSql } from '@/lib/data/version-sql'

export const DUE_COLUMNS: ExportColumn[] = [
  ...AGREEMENT_HEAD,
  ...PROMISE_COLUMNS,
  integer('days_left', 'picked.due - f.as_of'),
  ...REPORTED_COLUMNS,
  // What is missing of a promise without a usable report is not known (method, section 9: outstanding).
  decimal(
    'outstanding',
    pickedAmount(
      'case when picked.reporting and picked.live then picked.target - least(greatest(picked.created, 0), picked.target) end',
    ),
  ),
  ...STANDING_COLUMNS,
  boolean('counted', 'picked.live and picked.target is not null'),
  ...ASKED_COLUMNS,
]

/** The promises whose deadline in force falls into the year, the nearest first. */
export const DUE_ROWS = `from picked cross join f ${inForceSql('picked.commitment_id', 'in_force')}
  where extract(year from picked.due) = (f.p->>'year')::int
  order by picked.due, picked.reference collate "C"`
