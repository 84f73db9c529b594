const HERE = 'http://here.invalid'

/** Where to go after signing in: a path of this site, else the front page. An address of another site is never followed, however it is written. */
export function nextPath(wish: string | string[] | undefined | null): string {
  if (typeof wish !== 'string' || !wish.startsWith('/') || !URL.canParse(wish, HERE)) return '/'
  const url = new URL(wish, HERE)
  // `//host`, `/\host` and a tab inside all parse as another origin.
  if (url.origin !== HERE || url.pathname.startsWith('//')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
