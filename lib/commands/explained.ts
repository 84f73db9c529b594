import { createTranslator } from 'use-intl/core'
import { InvalidInput, NotFound } from '@/lib/errors'
import messages from '@/lib/messages/en.json'
import { Failure } from './failure'

/** What a verb answers; its refusals as one line for the terminal. */
export async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound) throw new Failure(`There is no ${error.kind} ${error.id}.`)
    if (!(error instanceof InvalidInput)) throw error
    // Only the key is ours to choose: the translator checks it when it is asked.
    const translate = createTranslator({ locale: 'en', messages, namespace: 'errors' }) as (
      code: string,
      values?: Record<string, string | number>,
    ) => string
    const lines = error.problems.map(
      ({ path, code, values }) => `${path && `${path}: `}${translate(code, values)}`,
    )
    throw new Failure(lines.join('\n'))
  }
}
