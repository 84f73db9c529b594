const NAMED = /^(duplicate of|inside|overlaps) (.+)$/
const KEYS = { 'duplicate of': 'duplicate', inside: 'inside', overlaps: 'overlaps' } as const

/** Which counting rule dropped an agreement, as its message is called, and the agreement that counts instead where one is named (method, section 9). */
export function leftOutRule(
  reason: string,
):
  | { key: (typeof KEYS)[keyof typeof KEYS]; counted: string }
  | { key: 'replaced' | 'parts'; counted: null } {
  const [, rule, counted] = NAMED.exec(reason) ?? []
  const key = Object.entries(KEYS).find(([name]) => name === rule)?.[1]
  if (key && counted) return { key, counted }
  return { key: reason === 'replaced' ? 'replaced' : 'parts', counted: null }
}
