const LONGEST = 80
/** Latin letters in lower case and digits, single hyphens between words. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Latin letters and digits of a name in lower case with hyphens between words; empty when the name has none. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')
}

/** The slug of a name that is not taken yet: numbered from the second of the same slug; `fallback` stands in for a name without Latin letters. */
export function freeSlug(name: string, fallback: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name) || fallback
  let slug = base
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`
  return slug
}
