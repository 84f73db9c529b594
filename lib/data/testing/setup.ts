import { createTestDatabase } from './database'

// Runs before each *.db.test.ts file: whatever it imports finds a database of its own in DATABASE_URL.
process.env.DATABASE_URL = await createTestDatabase()
// Signs the sessions that tests begin.
process.env.PLEDGEBOOK_SECRET = 'only-for-tests-only-for-tests-only'
