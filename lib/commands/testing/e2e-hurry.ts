import { disconnect } from '@/lib/data/client'
import { hurrySchedules } from '@/lib/data/testing/hurry'

// Has the schedules of a report come round now, so that a journey need not wait for a morning: `e2e-hurry.ts REPORT`.
const [report] = process.argv.slice(2)
if (!report) throw new Error('which report?')
await hurrySchedules(report)
await disconnect()
