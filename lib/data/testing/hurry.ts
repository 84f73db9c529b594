import { pool } from '@/lib/data/client'

/** Has the schedules of a report come round now, as if their time had come. */
export async function hurrySchedules(report: string): Promise<void> {
  await pool().query('update report_schedule set next_at = now() where report_id = $1', [report])
}
