'use client'

import { useTranslations } from 'next-intl'
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ConflictPanel } from './conflict'
import { type Entry, EntryContext } from './entry-context'
import { copyName, dropCopy, type KeptCopy, keepCopy, keptCopy } from './kept-copy'
import { KeptOffer } from './kept-offer'
import { MissingList } from './missing-list'
import { SaveState } from './save-state'
import { type EntryAction, type EntryState, type Intent, STEERING } from './state'
import { EntryTexts } from './texts'
import { useLeaving } from './use-leaving'
import { useSaving } from './use-saving'

const COPY_AFTER_MS = 250

/**
 * An entry: fields that save themselves as a draft, what is missing, what to look at twice, and one button that submits.
 * Before JavaScript, and without it, the same fields and buttons go to the same action and come back filled.
 */
export function EntryForm({
  initial,
  action,
  account,
  search,
  submitLabel,
  children,
  aside,
}: {
  initial: EntryState
  action: EntryAction
  /** The account whose typed texts this browser may keep. */
  account: string
  search: Entry['search']
  submitLabel: string
  children: ReactNode
  aside?: ReactNode
}) {
  const t = useTranslations('entry')
  const [answered, send] = useActionState(action, initial)
  const form = useRef<HTMLFormElement>(null)
  const [texts] = useState(() => new EntryTexts(answered.fields))
  const { state, phase, request, unsaved } = useSaving(answered, action, texts, form)
  const copies = useCopies(account, state, texts)
  useLeaving(unsaved, t('leaveQuestion'))
  useTypedBefore(form, texts)
  useDraftInAddress(state)

  const entry = useMemo(() => ({ texts, state, search, request }), [texts, state, search, request])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent // React types it as any event
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'save'
    startTransition(() => request(intent as Intent)) // the value of a button of this form
  }
  return (
    <EntryContext value={entry}>
      <form
        ref={form}
        action={send}
        onSubmit={submit}
        noValidate
        className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]"
      >
        {/* Enter in a field saves: the first button of a form is the one that it presses. */}
        <button
          type="submit"
          name="intent"
          value="save"
          tabIndex={-1}
          aria-hidden="true"
          className="sr-only"
        >
          {t('save')}
        </button>
        <div className="grid min-w-0 gap-8">
          {copies.found && <KeptOffer copy={copies.found} take={copies.take} drop={copies.drop} />}
          <Told state={state} />
          <ErrorSummary />
          <ConflictPanel />
          {children}
        </div>
        <div className="grid gap-6 lg:sticky lg:top-6">
          {aside}
          <MissingList />
          <div className="grid gap-3 border-t border-rule pt-4">
            <Button name="intent" value="submit" aria-disabled={phase === 'saving'}>
              {submitLabel}
            </Button>
            <Button look="plain" name="intent" value="save">
              {t('save')}
            </Button>
            <SaveState state={state} phase={phase} />
          </div>
        </div>
      </form>
    </EntryContext>
  )
}

/** What became of the last request, where the fields alone do not say it. */
function Told({ state }: { state: EntryState }) {
  const t = useTranslations('entry')
  if (state.outcome === 'signedOut')
    return (
      <Notice kind="danger" role="alert" title={t('signedOutTitle')}>
        <p className="text-sm">
          {t.rich('signedOutText', {
            link: (chunks) => (
              <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
                {chunks}
              </a>
            ),
          })}
        </p>
      </Notice>
    )
  if (state.outcome === 'forbidden')
    return (
      <Notice kind="danger" role="alert" title={t('forbiddenTitle')}>
        <p className="text-sm">{t('forbiddenText')}</p>
      </Notice>
    )
  if (state.outcome === 'moved')
    return (
      <Notice kind="danger" role="alert" title={t('movedTitle')}>
        <p className="text-sm">{t('movedText')}</p>
      </Notice>
    )
  if (state.outcome === 'overtaken')
    return (
      <Notice kind="danger" role="alert" title={t('overtakenTitle')}>
        <p className="text-sm">{t('overtakenText')}</p>
      </Notice>
    )
  if (state.outcome === 'unavailable')
    return (
      <Notice kind="danger" role="alert" title={t('unavailableTitle')}>
        <p className="text-sm">{t('unavailableText')}</p>
      </Notice>
    )
  if (state.outcome === 'tooLarge')
    return (
      <Notice kind="danger" role="alert" title={t('tooLargeTitle')}>
        <p className="text-sm">{t('tooLargeText')}</p>
      </Notice>
    )
  return null
}

/** Texts that were typed, or filled in by the browser, before this form came to life. */
function useTypedBefore(form: React.RefObject<HTMLFormElement | null>, texts: EntryTexts): void {
  useLayoutEffect(() => {
    if (!form.current) return
    const typed = [...new FormData(form.current)].filter(
      (one): one is [string, string] => typeof one[1] === 'string' && !STEERING.test(one[0]),
    )
    const other = typed.filter(([name, text]) => texts.get(name) !== text)
    if (other.length > 0) texts.fill(Object.fromEntries(other))
  }, [form, texts])
}

/** Once there is a draft, reloading the page opens it. */
function useDraftInAddress({ id }: EntryState): void {
  useEffect(() => {
    if (id === null) return
    const address = new URL(location.href)
    if (address.searchParams.get('draft') === id) return
    address.searchParams.set('draft', id)
    window.history.replaceState(window.history.state, '', address)
  }, [id])
}

/** The copy in this browser: kept while typed, dropped once saved, offered when one is found. */
function useCopies(account: string, state: EntryState, texts: EntryTexts) {
  const place = `${state.kind}.${state.reference ?? ''}.`
  const name = copyName(account, place + (state.id ?? 'new'))
  const [found, setFound] = useState<KeptCopy | null>(null)
  const saved = state.fields
  const safe =
    state.outcome === 'kept' || state.outcome === 'refused' || state.outcome === 'submitted'
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, where the form opens
  useEffect(() => {
    const copy = keptCopy(name)
    if (copy && (state.keptAt === null || copy.at > state.keptAt)) setFound(copy)
  }, [])
  useEffect(() => {
    if (!safe) return
    dropCopy(copyName(account, `${place}new`))
    if (Object.entries(saved).every(([field, text]) => texts.get(field) === text)) dropCopy(name)
  }, [account, name, place, safe, saved, texts])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const stop = texts.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(
        () => keepCopy(name, { fields: texts.all(), at: Date.now() }),
        COPY_AFTER_MS,
      )
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [name, texts])
  const drop = () => {
    dropCopy(name)
    setFound(null)
  }
  const take = () => {
    if (found) texts.fill(found.fields)
    drop()
  }
  return { found, take, drop }
}
