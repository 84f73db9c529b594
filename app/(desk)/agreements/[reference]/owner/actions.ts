'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import { agreementHref } from '@/components/agreements/list-address'
import type { FormState } from '@/components/forms/form-state'
import { assignOwner } from '@/lib/features/agreements/assign-owner'
import { parseForm } from '@/lib/schemas/accounts'
import { ownerForm } from '@/lib/schemas/owner'

export async function assign(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const asked = parseForm(ownerForm, texts)
    await assignOwner({ viewer, clock: Date.now, ...asked })
    revalidatePath(agreementHref(asked.reference))
    return { done: (await getTranslations('agreement.owner'))('done') }
  })
}
