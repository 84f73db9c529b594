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

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // These load files beside themselves at run time; bundling would lose them.
  serverExternalPackages: ['pg', 'pg-copy-streams', '@prisma/client', '@prisma/adapter-pg', 'pino'],
  // proxy.ts names the handler that answers in place of a page. Its own rewrite would do, but Next calls 127.0.0.1
  // "localhost" there, takes the address for another server and fetches it over the network.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: '/:path*',
        has: [{ type: 'header', key: 'x-pledgebook-instead', value: '(?<handler>[a-z-]+)' }],
        destination: '/:handler',
      },
    ],
  }),
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default withMessages(config)
