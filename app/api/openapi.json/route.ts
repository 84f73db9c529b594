import { answer, json } from '@/app/api/answer'
import { METHOD } from '@/lib/domain/method'
import { openApi } from '@/lib/schemas/api'

/** The description of this API, OpenAPI 3.1. */
export function GET(request: Request): Promise<Response> {
  return answer(request, 'plain', async () => json(openApi(METHOD)))
}
