'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import type { FormState } from '@/components/forms/form-state'
import { saveReport } from '@/lib/features/exports/save-report'
import { parseForm } from '@/lib/schemas/accounts'
import { saveReportForm } from '@/lib/schemas/saved-report'

/** Keeps a report and leads to it. */
export async function save(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const id = await saveReport({ viewer, ...parseForm(saveReportForm, texts) })
    redirect(`/r/${id}`)
  })
}
