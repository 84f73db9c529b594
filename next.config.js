import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin('./lib/i18n.ts')

// The Content-Security-Policy carries a nonce per request and is set in proxy.ts.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

// Next compares the Origin of an action with the Host it was sent to, which behind a proxy is another one. lib/origin.ts
// holds every action to exactly one; this only keeps Next from refusing ours.
function actionOrigins({ PLEDGEBOOK_URL: url, PORT: port = '3000' }) {
  return url ? [new URL(url).host] : [`localhost:${port}`, `127.0.0.1:${port}`]
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // These load files beside themselves at run time; bundling would lose them.
  serverExternalPackages: [
    'pg',
    'pg-copy-streams',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pino',
    'nodemailer',
  ],
  experimental: {
    // A source of 10 MB comes with its form where there is no JavaScript to send it ahead.
    serverActions: { allowedOrigins: actionOrigins(process.env), bodySizeLimit: '11mb' },
    proxyClientMaxBodySize: '11mb',
  },
  // proxy.ts names the handler that answers in place of a page. Its own rewrite would do, but Next calls 127.0.0.1
  // "localhost" there, takes the address for another server and fetches it over the network.
  rewrites: async () => ({
    beforeFiles: [
      {
        // Where proxy.ts does not pass, the header is a stranger's and means nothing.
        source: '/:path((?!api/|_next/|favicon\\.ico$|icons?\\.svg$).*)',
        has: [
          {
            type: 'header',
            key: 'x-pledgebook-instead',
            value: '(?<handler>bad-address|clean-address|unavailable|nowhere)',
          },
        ],
        destination: '/:handler',
      },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // Else asked for again on every page; a new release's icons may come an hour late.
    { source: '/icons.svg', headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }] },
  ],
}

export default withMessages(config)
