import { disconnect } from '@/lib/data/client'
import { restoreLog, TAMPERINGS, tamper } from '@/lib/data/testing/tamper'

// Alters the log behind the program's back, for a journey that looks for it: `e2e-tamper.ts KIND`, and `restore` afterwards.
const [asked] = process.argv.slice(2)
const tampering = Object.entries(TAMPERINGS).find(([kind]) => kind === asked)?.[1]
if (tampering !== undefined) await tamper(tampering)
else if (asked === 'restore') await restoreLog()
else throw new Error(`no way to tamper: ${asked}`)
await disconnect()
