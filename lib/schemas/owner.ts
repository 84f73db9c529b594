import { z } from 'zod'

// An empty choice is nobody; whether an account may is for the verb to say.
const account = z.string().transform((id) => (id === '' ? null : id))

/** What the form of an agreement's owner sends: whom it is handed to, and who looked after it on the screen. */
export const ownerForm = z.object({ reference: z.string(), owner: account, seen: account })
