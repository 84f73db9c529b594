'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import type { FormState } from '@/components/forms/form-state'
import { createSchedule } from '@/lib/features/schedules/create-schedule'
import { endSchedule } from '@/lib/features/schedules/end-schedule'
import { pauseSchedule } from '@/lib/features/schedules/pause-schedule'
import { resumeSchedule } from '@/lib/features/schedules/resume-schedule'
import { sendAgain } from '@/lib/features/schedules/send-again'
import { idForm, parseForm } from '@/lib/schemas/accounts'

function showAgain(): void {
  revalidatePath('/r/[id]', 'page')
}

export async function schedule(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await createSchedule((await reading()).viewer, texts, Date.now)
    showAgain()
    return { done: (await getTranslations('schedules'))('made') }
  })
}

export async function pause(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await pauseSchedule((await reading()).viewer, parseForm(idForm, texts).id)
    showAgain()
    return {}
  })
}

export async function resume(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await resumeSchedule((await reading()).viewer, parseForm(idForm, texts).id, Date.now)
    showAgain()
    return {}
  })
}

export async function end(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await endSchedule((await reading()).viewer, parseForm(idForm, texts).id)
    showAgain()
    return {}
  })
}

export async function again(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await sendAgain((await reading()).viewer, texts)
    showAgain()
    return { done: (await getTranslations('schedules'))('onItsWay') }
  })
}
