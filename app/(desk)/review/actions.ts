'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import type { FormState } from '@/components/forms/form-state'
import { undoChange } from '@/lib/features/changes/undo-change'
import { acceptMany } from '@/lib/features/proposals/accept-many'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { returnProposal } from '@/lib/features/proposals/return-proposal'
import { submitProposal } from '@/lib/features/proposals/submit-proposal'
import { withdrawProposal } from '@/lib/features/proposals/withdraw-proposal'
import { parseForm } from '@/lib/schemas/accounts'
import { chosenOf } from '@/lib/schemas/proposals-filter'
import { returnForm, stepForm, undoForm } from '@/lib/schemas/review'

// The header counts what waits, on every page.
function everywhere(): void {
  revalidatePath('/', 'layout')
}

export async function accept(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const { id } = await acceptProposal({
      ...{ viewer, clock: Date.now },
      ...parseForm(stepForm, texts),
    })
    everywhere()
    return redirect(`/review/${id}`)
  })
}

export async function acceptChosen(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const items = chosenOf((texts.items ?? '').split(' '))
    const { batch } = await acceptMany({ viewer, items, clock: Date.now })
    everywhere()
    return redirect(`/review/batches/${batch}`)
  })
}

export async function giveBack(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const { note: text, field, ...step } = parseForm(returnForm, texts)
    await returnProposal({ viewer, clock: Date.now, ...step, note: { text, field } })
    everywhere()
    return redirect(`/review/${step.id}`)
  })
}

export async function handIn(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const { id } = await submitProposal({
      ...{ viewer, clock: Date.now },
      ...parseForm(stepForm, texts),
    })
    everywhere()
    return redirect(`/review/${id}`)
  })
}

export async function withdraw(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    const { id } = await withdrawProposal({
      ...{ viewer, clock: Date.now },
      ...parseForm(stepForm, texts),
    })
    everywhere()
    return redirect(`/review/${id}`)
  })
}

export async function undo(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const { viewer } = await reading()
    await undoChange({ viewer, clock: Date.now, ...parseForm(undoForm, texts) })
    everywhere()
    return { done: (await getTranslations('review'))('undone') }
  })
}
