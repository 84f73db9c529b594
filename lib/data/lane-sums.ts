import { z } from 'zod'
import type { LaneSums } from '@/lib/domain/lane-figures'
import type { Rational } from '@/lib/domain/types'

/** A whole number as text, of any size. */
export const amount = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt)
/** Exact fractions as pairs of texts. */
export const fractions = z
  .array(z.tuple([amount, amount]))
  .transform((pairs) => pairs.map(([num, den]): Rational => ({ num, den })))

/** The sums over R as the database names them, without their fractions. */
export const laneSumsRow = z.object({
  count: z.number(),
  promised: amount,
  created: amount,
  paced: z.number(),
  paced_created: amount,
  guided: z.number(),
  guided_created: amount,
})

/** The sums over R in the words of lib/domain. */
export function toLaneSums(
  { paced_created, guided_created, ...same }: z.output<typeof laneSumsRow>,
  expected: readonly Rational[],
): LaneSums {
  return { ...same, pacedCreated: paced_created, guidedCreated: guided_created, expected }
}
