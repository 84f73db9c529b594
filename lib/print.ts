import type { useTranslations } from 'next-intl'
import type { QuantityParts } from '@/lib/domain/quantity'
import { formatNumber, formatScaled, type Locale, moneyScale } from './format'

/** Messages of one language, from their root. */
export type Translator = ReturnType<typeof useTranslations<never>>

function words(t: Translator): Pick<QuantityParts, 'missing' | 'stated'> {
  return {
    missing: (reason) => t(`codes.missingReason.${reason}`),
    stated: (stated, of) => t('common.statedOf', { stated, of }),
  }
}

/** How printQuantity writes persons in a language. */
export function personParts(locale: Locale, t: Translator): QuantityParts {
  return { ...words(t), number: (n) => formatNumber(locale, n) }
}

/** How printQuantity writes money in a language, every figure at the scale of `largest`, the greatest amount printed with it. */
export function moneyParts(
  locale: Locale,
  t: Translator,
  currency: string,
  largest: bigint,
): QuantityParts {
  const scale = moneyScale(largest, currency)
  return {
    ...words(t),
    number: (n) => formatScaled(locale, n, currency, scale),
    unit: t(`common.${scale}`, { currency }),
  }
}
