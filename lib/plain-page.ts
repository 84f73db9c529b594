import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A page that a route handler can answer with any status: no React, no files but its own text. */
export interface PlainPage {
  lang: string
  direction: 'ltr' | 'rtl'
  theme: string | undefined
  nonce: string
  site: string
  /** The line over every page of the demonstration. */
  banner: string | null
  status: number
  title: string
  text: string
  items: { name: string; text: string }[]
  links: { href: string; label: string }[]
}

const STYLE = `
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Inter,'Noto Sans Arabic',system-ui,sans-serif}
:lang(ar) body{line-height:1.8}
.banner{background:var(--warning-wash);color:var(--ink);padding:.5rem 1rem;text-align:center;font-size:.9375rem;font-weight:500;border-block-end:1px solid var(--rule)}
header{border-block-end:1px solid var(--rule)}
header a{color:inherit;font-weight:700;font-size:1.1875rem;text-decoration:none}
header div,main{max-width:var(--page);margin-inline:auto;padding:1.25rem 1.5rem}
main{padding-block:3rem;display:grid;gap:1.25rem}
main>*{max-width:var(--measure)}
small,p{color:var(--ink-soft)}
h1{font-size:clamp(1.9rem,4vw,2.6rem);line-height:1.2;text-wrap:balance}
dl{border-inline-start:4px solid var(--danger);padding-inline-start:1rem;display:grid;gap:.75rem}
dt{font-weight:650;font-family:ui-monospace,monospace;overflow-wrap:anywhere}
dd{margin:0;overflow-wrap:anywhere}
nav{display:flex;flex-wrap:wrap;gap:1.5rem}
nav a{color:var(--accent);text-underline-offset:.2em;padding-block:.5rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}`

let tokens: Promise<string> | undefined

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** The response of a plain page, in the colours of every other page. */
export async function plainPage(page: PlainPage, headers: HeadersInit = {}): Promise<Response> {
  tokens ??= readFile(join(process.cwd(), 'app/tokens.css'), 'utf8')
  const theme = page.theme ? ` data-theme="${escaped(page.theme)}"` : ''
  const items = page.items.map(
    ({ name, text }) => `<dt><bdi>${escaped(name)}</bdi></dt><dd>${escaped(text)}</dd>`,
  )
  const banner = page.banner === null ? '' : `<p class="banner">${escaped(page.banner)}</p>`
  const links = page.links.map(
    ({ href, label }) => `<a href="${escaped(href)}">${escaped(label)}</a>`,
  )
  const html = `<!doctype html>
<html lang="${escaped(page.lang)}" dir="${page.direction}"${theme}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="/icon.svg"><title>${escaped(page.title)} · ${escaped(page.site)}</title>
<style nonce="${escaped(page.nonce)}">${await tokens}${STYLE}</style></head>
<body>${banner}<header><div><a href="/" lang="en" dir="ltr">${escaped(page.site)}</a></div></header>
<main><small>${page.status}</small><h1>${escaped(page.title)}</h1><p>${escaped(page.text)}</p>
${items.length > 0 ? `<dl>${items.join('')}</dl>` : ''}
<nav>${links.join('')}</nav></main></body></html>`
  return new Response(html, {
    status: page.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
