import { chromium } from '@playwright/test'
const out = process.argv[2]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync'] })
for (const [name, o, lang] of [['en', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }, 'en'], ['ar', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }, 'ar']]) {
  const c = await browser.newContext({ ...o, reducedMotion: 'reduce' })
  const p = await c.newPage()
  p.on('console', m => { if (m.type() === 'error') console.log('console', m.text()) })
  for (const [n, path] of [['dash','/'],['list','/agreements'],['companies','/companies'],['one','/agreements/INETUM-2022'],['signatories','/signatories'],['targets','/targets']]) {
    const r = await p.goto('http://127.0.0.1:3181' + path + '?lang=' + lang + (n === 'one' ? '' : ''), { waitUntil: 'networkidle' })
    if (!r.ok()) console.log(path, r.status())
    await p.screenshot({ path: `${out}/${n}-${name}.png`, fullPage: true })
  }
}
await browser.close()
