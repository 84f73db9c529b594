import { getLocale, getTranslations } from 'next-intl/server'
import { settleLikenesses } from '@/app/(desk)/import/actions'
import { LikenessesForm, type Question } from '@/components/staging/likenesses-form'
import { PreviewTable } from '@/components/staging/preview-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageLinks, SegmentedLinks } from '@/components/ui/segmented'
import type { StagedPage } from '@/lib/features/imports/get-staged'
import { formatNumber } from '@/lib/format'
import type { Translator } from '@/lib/print'
import { STAGED_VIEWS, type StagedView } from '@/lib/schemas/staged'
import type { StagedAddress } from '@/lib/schemas/staged-address'

/** How many names and rows are asked about at a time. */
const ASKED_AT_ONCE = 50
/** A likeness from which the known name is chosen beforehand. */
const LIKELY = 70

type Counted = NonNullable<StagedPage['staged']['counts']>

function hrefOf(id: string, view: StagedView | null, after?: number): string {
  const query = new URLSearchParams()
  if (view !== null) query.set('view', view)
  if (after) query.set('after', String(after))
  return query.size > 0 ? `/import/${id}?${query}#rows` : `/import/${id}#rows`
}

function nameQuestions(t: Translator, staged: StagedPage['staged'], counts: Counted): Question[] {
  return counts.unknown
    .filter(({ name }) => !(name in staged.names))
    .slice(0, ASKED_AT_ONCE)
    .map(({ name, rows, like }, index) => ({
      key: `name-${index}`,
      field: `means.${index}`,
      hidden: { [`name.${index}`]: name },
      about: name,
      more: t('staging.nameRows', { rows }),
      options: [
        { value: '', label: t('staging.meansNew') },
        ...like.map(({ name: known, percent }) => ({
          value: known,
          label: t('staging.meansKnown', { name: known, percent }),
        })),
      ],
      chosen: like.find(({ percent }) => percent >= LIKELY)?.name ?? '',
    }))
}

function rowQuestions(t: Translator, alike: StagedPage['alike']): Question[] {
  return alike.map(({ line, cells, alike: references }) => ({
    key: `row-${line}`,
    field: `row.${line}`,
    hidden: {},
    about: t('staging.alikeRow', { line, title: cells?.title ?? cells?.company ?? '' }),
    options: [
      { value: '', label: t('staging.alikeOpen') },
      ...(references ?? []).map((reference) => ({
        value: reference,
        label: t('staging.alikeSame', { reference }),
      })),
      { value: '-', label: t('staging.alikeNew') },
    ],
    chosen: '',
  }))
}

/** Names and rows like known ones, to be settled by a person. */
export async function Likenesses({
  staged,
  alike,
  hidden,
}: Pick<StagedPage, 'staged' | 'alike'> & { hidden: Record<string, string> }) {
  const t = await getTranslations()
  const { counts } = staged
  if (!counts) return null
  const names = nameQuestions(t, staged, counts)
  const rows = rowQuestions(t, alike)
  const open = counts.unknown.filter(({ name }) => !(name in staged.names)).length
  const more = <p className="mt-2 text-sm text-soft">{t('staging.alikeMore')}</p>
  const parts = [
    {
      ...{ title: t('staging.namesTitle'), lead: t('staging.namesLead'), questions: names },
      foot: open > names.length && more,
    },
    {
      ...{ title: t('staging.alikeTitle'), lead: t('staging.alikeLead'), questions: rows },
      foot: counts.alike > rows.length && more,
    },
  ].filter(({ questions }) => questions.length > 0)
  if (parts.length === 0 && counts.unsought === 0) return null
  return (
    <div className="mb-10 grid gap-6">
      {counts.unsought > 0 && (
        <p className="max-w-measure text-soft">
          {t('staging.unsought', { count: counts.unsought })}
        </p>
      )}
      {parts.length > 0 && (
        <LikenessesForm
          key={staged.version}
          action={settleLikenesses}
          hidden={hidden}
          parts={parts}
          submit={t('staging.settle')}
        />
      )}
    </div>
  )
}

/** Every row with what it would do, a page at a time, narrowed to one kind of fate. */
export async function Preview({
  page: { staged, rows, next },
  asked: { view, after },
}: {
  page: StagedPage
  asked: StagedAddress
}) {
  const t = await getTranslations()
  const locale = await getLocale()
  const { id, counts } = staged
  if (!counts) return null
  const views = STAGED_VIEWS.filter((one) => counts[one] > 0)
  const choice = (one: StagedView | null, count: number) => ({
    href: hrefOf(id, one),
    label: `${t(`staging.views.${one ?? 'all'}`)} ${formatNumber(locale, count)}`,
    current: view === one,
  })
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="max-w-full overflow-x-auto">
          <SegmentedLinks
            label={t('staging.viewsLabel')}
            choices={[choice(null, counts.read), ...views.map((one) => choice(one, counts[one]))]}
          />
        </div>
        {counts.refused > 0 && (
          <span className="grid gap-1">
            <ButtonLink href={`/api/import-files/${id}/refused?lang=${locale}`} download>
              {t('staging.download')}
            </ButtonLink>
            <span className="text-xs text-soft">{t('staging.downloadHint')}</span>
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('staging.noneInView')} />
      ) : (
        <PreviewTable rows={rows} />
      )}
      <PageLinks
        label={t('common.pages')}
        first={after > 0 ? { href: hrefOf(id, view), label: t('staging.first') } : undefined}
        next={
          next === null ? undefined : { href: hrefOf(id, view, next), label: t('staging.more') }
        }
      />
    </>
  )
}
