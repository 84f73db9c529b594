import { others } from '@/app/api/methods'

/** 200 while the process runs. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { 'Cache-Control': 'no-store' } })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
