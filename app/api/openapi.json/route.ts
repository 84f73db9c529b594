import { json } from '@/app/api/answer'
import { answerRead } from '@/app/api/conditional'
import { others } from '@/app/api/methods'
import { METHOD } from '@/lib/domain/method'
import { openApi } from '@/lib/schemas/api'

/** The description of this API, OpenAPI 3.1. */
export function GET(request: Request): Promise<Response> {
  return answerRead(request, 'plain', async () => json(openApi(METHOD)))
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
