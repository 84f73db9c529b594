import { phraseBook } from './phrases'

/** A word for money: a code of ISO 4217 (null where several share the word), whether one reading of several was taken, or hundredths of it. */
export interface CurrencyWord {
  code: string | null
  assumed?: true
  hundredths?: true
}

/** Names and signs of currencies in English, French and Arabic; words of no country mean the one they mean in Morocco. */
export const CURRENCY_WORDS = phraseBook<CurrencyWord>([
  [
    { code: 'MAD' },
    'dh|dhs|dirham|dirhams|dirham marocain|dirhams marocains|moroccan dirham|moroccan dirhams|mad|د.م|درهم|درهما|دراهم|درهم مغربي|درهما مغربيا',
  ],
  [{ code: 'AED' }, 'aed|dirhams émiratis|dirham émirati|emirati dirhams|uae dirhams|درهم إماراتي'],
  [{ code: 'EUR' }, '€|eur|euro|euros|يورو|أورو'],
  [
    { code: 'USD' },
    '$|usd|us $|us$|$ us|dollar|dollars|dollar us|dollars us|us dollar|us dollars|u.s. dollars|dollar américain|dollars américains|american dollars|دولار|دولارا|دولارات|دولار أمريكي|دولارا أمريكيا',
  ],
  [{ code: 'CAD' }, 'ca$|cad|canadian dollars|dollars canadiens|دولار كندي'],
  [{ code: 'AUD' }, 'au$|aud|australian dollars|dollars australiens|دولار أسترالي'],
  [{ code: 'HKD' }, 'hk$|hkd|hong kong dollars'],
  [{ code: 'GBP', assumed: true }, '£|pound|pounds|livre|livres|جنيه'],
  [{ code: 'GBP' }, 'gbp|pounds sterling|livres sterling|جنيه إسترليني'],
  [{ code: 'JPY', assumed: true }, '¥'],
  [{ code: 'JPY' }, 'jpy|yen|yens|japanese yen|ين ياباني'],
  [{ code: 'CNY' }, 'cny|rmb|yuan|yuans|renminbi|chinese yuan|يوان|يوان صيني'],
  [{ code: 'CHF' }, 'chf|francs suisses|swiss francs|فرنك سويسري'],
  [{ code: 'XOF', assumed: true }, 'francs cfa|cfa|fcfa'],
  [{ code: 'SAR' }, 'sar|riyals saoudiens|saudi riyals|ريال سعودي'],
  [{ code: 'QAR' }, 'qar|riyals qataris|qatari riyals|ريال قطري'],
  [{ code: 'TND' }, 'tnd|dinars tunisiens|tunisian dinars|دينار تونسي'],
  [{ code: 'DZD' }, 'dzd|dinars algériens|algerian dinars|دينار جزائري'],
  [{ code: 'KWD' }, 'kwd|dinars koweïtiens|kuwaiti dinars|دينار كويتي'],
  [{ code: 'KRW' }, 'krw|korean won|south korean won|wons'],
  [{ code: 'INR' }, 'inr|₹|indian rupees|roupies indiennes'],
  [{ code: 'MAD', hundredths: true }, 'centime|centimes|سنتيم|سنتيما'],
  [
    { code: null },
    'dinar|dinars|riyal|riyals|rial|ryal|rials|franc|francs|ريال|دينار|فرنك|ليرة|rupees|roupies|couronnes',
  ],
])

/** Endings of short forms such as MDH, Mrd€ or MUSD, to the code. */
export const GLUED_CURRENCIES: Readonly<Record<string, string>> = {
  dh: 'MAD',
  dhs: 'MAD',
  mad: 'MAD',
  usd: 'USD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
}
