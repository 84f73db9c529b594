import { getLocale, getTranslations } from 'next-intl/server'
import { quantityOf } from '@/components/agreement/detail'
import { amountsIn } from '@/components/agreements/amounts'
import { deadlineWords, periodWords } from '@/components/agreements/deadline-words'
import type { Retractable } from '@/components/entry/retraction-fields'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'

/** Every statement of an agreement that can be taken back, in words. The original stays: it is corrected instead. */
export async function retractables(detail: AgreementDetail): Promise<Retractable[]> {
  const t = await getTranslations()
  const locale = await getLocale()
  const facts = detail.commitments.flatMap(
    ({ versions, baselines, observations, claims, measure, currency }) => {
      const amounts = amountsIn(locale, t, currency)
      const named = t(`codes.measure.${measure}`)
      const revised = versions.filter(({ kind }) => kind !== 'original')
      return [...revised, ...baselines, ...observations, ...claims].map(
        (fact): Retractable => ({
          value: `fact:${fact.id}`,
          kind: `${t(`codes.factKind.${fact.kind}`)} · ${fact.observation ? t(`codes.observationKind.${fact.observation}`) : named}`,
          text: [
            amounts.quantity(quantityOf(fact)),
            fact.deadline && deadlineWords(locale, t, fact.deadline),
            fact.onText && periodWords(locale, t, fact.onText),
          ]
            .filter(Boolean)
            .join(' · '),
          words: fact.asStated,
        }),
      )
    },
  )
  const events = detail.events.map(
    (event): Retractable => ({
      value: `event:${event.id}`,
      kind: t('entry.statementEvent'),
      text: [
        t(`codes.eventKind.${event.kind}`),
        event.onText && periodWords(locale, t, event.onText),
      ]
        .filter(Boolean)
        .join(' · '),
      words: event.asStated ?? event.reason,
    }),
  )
  const relations = detail.relations
    .filter(({ direction }) => direction === 'to')
    .map(
      ({ kind, reference, title }): Retractable => ({
        value: `relation:${kind}:${reference}`,
        kind: t('entry.statementRelation'),
        text: `${t('common.named', { label: t(`codes.relation.${kind}`) })} ${title}`,
        words: null,
      }),
    )
  return [...facts, ...events, ...relations]
}
