'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { formAction } from '@/app/(desk)/form-action'
import { reading } from '@/app/session'
import type { FormState } from '@/components/forms/form-state'
import { askCheck, askCheckAgain, askCheckWith } from '@/lib/features/imports/ask-check'
import { askWrite } from '@/lib/features/imports/ask-write'
import { discardStaged } from '@/lib/features/imports/discard-staged'
import { readDifferently } from '@/lib/features/imports/read-differently'
import { takeMapping } from '@/lib/features/imports/take-mapping'
import { workOnStaged } from '@/lib/features/imports/work-on-staged'
import { withdrawImport } from '@/lib/features/proposals/withdraw-import'
import { type FormTexts, parseForm } from '@/lib/schemas/accounts'
import {
  chosenLikenesses,
  dialectForm,
  dialectOfForm,
  keptForm,
  nameForm,
  stagedStep,
  writeForm,
} from '@/lib/schemas/staged'

// The worker of the server would find it a moment later; nobody has to wait for that.
function workSoon(): void {
  after(async () => {
    await workOnStaged()
  })
}

async function stepOf(texts: FormTexts) {
  const { viewer } = await reading()
  return { viewer, ...parseForm(stagedStep, texts) }
}

function to(id: string): never {
  revalidatePath('/', 'layout')
  redirect(`/import/${id}`)
}

/** Reads the file as the form says. */
export async function read(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const step = await stepOf(texts)
    await readDifferently(step, dialectOfForm(parseForm(dialectForm, texts)))
    return to(step.id)
  })
}

/** Judges the file with the columns of the form; keeps them under a name when one is given. */
export async function check(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const step = await stepOf(texts)
    const { name } = parseForm(nameForm, texts)
    await askCheck(step, { texts, keepAs: name === '' ? null : name })
    workSoon()
    return to(step.id)
  })
}

/** Takes a kept mapping for this file. */
export async function take(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const step = await stepOf(texts)
    await takeMapping(step, parseForm(keptForm, texts).kept)
    return to(step.id)
  })
}

/** Keeps what is said of names and rows that are like known ones, and judges the file again. */
export async function settleLikenesses(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const step = await stepOf(texts)
    await askCheckWith(step, chosenLikenesses(texts))
    workSoon()
    return to(step.id)
  })
}

/** Judges the file again against the ledger as it is now. */
export async function checkAgain(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const step = await stepOf(texts)
    await askCheckAgain(step)
    workSoon()
    return to(step.id)
  })
}

/** Proposes the rows of the file. */
export async function write(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const step = await stepOf(texts)
    await askWrite(step, parseForm(writeForm, texts))
    workSoon()
    return to(step.id)
  })
}

/** Throws the file away. */
export async function discard(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    await discardStaged(await stepOf(texts))
    redirect('/import')
  })
}

/** Takes back what the file proposed and nobody has accepted. */
export async function takeBack(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async (texts) => {
    const step = await stepOf(texts)
    const { viewer } = step
    await withdrawImport({ viewer, id: texts.import ?? '', clock: Date.now })
    return to(step.id)
  })
}
