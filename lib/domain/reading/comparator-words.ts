import { phraseBook } from './phrases'
import type { DoubtCode } from './reading'

/** A comparator as a word says it; `doubt` where the word can be meant otherwise. */
export interface ComparatorWord {
  comparator: 'gt' | 'ge' | 'le' | 'lt' | 'approx'
  doubt?: DoubtCode
}

const MORE: ComparatorWord = { comparator: 'gt' }
const AT_LEAST: ComparatorWord = { comparator: 'ge' }
const AT_MOST: ComparatorWord = { comparator: 'le' }
const LESS: ComparatorWord = { comparator: 'lt' }
const ABOUT: ComparatorWord = { comparator: 'approx' }

/** What stands before a number. */
export const BEFORE_NUMBER = phraseBook<ComparatorWord>([
  [
    MORE,
    'more than|over|above|exceeding|exceeds|exceed|exceeded|in excess of|upwards of|upward of|north of|greater than|higher than|beyond|surpassing|well over|>',
  ],
  [
    MORE,
    'plus de|plus d|plus que|supérieur à|supérieure à|supérieurs à|supérieures à|au delà de|dépassant|dépasse|dépassent|dépasser|dépassera|dépasseront|excédant|excède',
  ],
  [
    MORE,
    'أكثر من|أزيد من|يزيد عن|يزيد على|تزيد عن|تزيد على|ما يزيد عن|ما يزيد على|يفوق|تفوق|فاق|فاقت|يتجاوز|تتجاوز|تجاوز|تجاوزت|يتعدى|تتعدى|فوق|يربو على|يربو عن|تربو على|أكبر من',
  ],
  [{ comparator: 'gt', doubt: 'plus_without_de' }, 'plus'],
  [{ comparator: 'ge', doubt: 'sign_comparator' }, '+'],
  [
    AT_LEAST,
    'at least|no fewer than|no less than|not less than|not fewer than|minimum|minimum of|a minimum of|at a minimum|> =|≥',
  ],
  [
    AT_LEAST,
    'au moins|au minimum|à minima|a minima|minimum de|minimum|un minimum de|pas moins de|pas moins d|non moins de',
  ],
  [
    AT_LEAST,
    'على الأقل|ما لا يقل عن|لا يقل عن|لا تقل عن|بما لا يقل عن|كحد أدنى|حد أدنى|ليس أقل من|ما لا يقل على|لا يقل على',
  ],
  [
    ABOUT,
    'about|around|approximately|nearly|almost|close to|roughly|some|circa|an estimated|estimated|estimated at|estimated to be|in the region of|in the order of|on the order of|approx|approx .|more or less|near|~|≈|± |+ / -|±',
  ],
  [
    ABOUT,
    "environ|près de|près d|quelque|quelques|autour de|aux alentours de|à peu près|presque|estimé à|estimée à|estimés à|estimées à|évalué à|évaluée à|approximativement|de l'ordre de|de l'ordre d|avoisinant|avoisine|avoisinent|frôlant|frôle|plus ou moins|approchant|env|env .",
  ],
  [
    ABOUT,
    'حوالي|حوالى|نحو|يقارب|تقارب|ما يقارب|قرابة|تقريبا|زهاء|يناهز|تناهز|ما يناهز|يقدر ب|تقدر ب|المقدر ب|المقدرة ب|يقرب من|ما يقرب من|في حدود|يقدر|تقدر|المقدر|المقدرة',
  ],
  [
    { comparator: 'approx', doubt: 'just_under' },
    'just under|slightly less than|a little less than|a little under|slightly under|un peu moins de|à peine moins de|أقل بقليل من',
  ],
  [
    AT_MOST,
    'up to|as many as|at most|no more than|not more than|maximum|maximum of|a maximum of|not exceeding|not exceed|without exceeding|capped at|< =|≤',
  ],
  [
    AT_MOST,
    "jusqu'à|jusqu'aux|au plus|tout au plus|au maximum|maximum de|un maximum de|pas plus de|pas plus d|ne dépassant pas|ne dépasse pas|ne dépassera pas|ne dépassent pas|sans dépasser|plafonné à|plafonnée à",
  ],
  [
    AT_MOST,
    'حتى|ما يصل إلى|يصل إلى|تصل إلى|قد يصل إلى|على الأكثر|كحد أقصى|لا يتجاوز|لا تتجاوز|لا يتعدى|لا يزيد عن|لا يزيد على|لا تزيد عن|لا يفوق|ليس أكثر من',
  ],
  [LESS, 'less than|fewer than|under|below|<'],
  [
    LESS,
    'moins de|moins d|moins que|inférieur à|inférieure à|inférieurs à|inférieures à|en dessous de|en deçà de',
  ],
  [LESS, 'أقل من|دون|ما دون|يقل عن|تقل عن'],
])

/** What stands after a number, its unit or its noun. */
export const AFTER_NUMBER = phraseBook<ComparatorWord>([
  [
    AT_LEAST,
    'or more|and more|and above|at least|at a minimum|minimum|ou plus|et plus|au moins|au minimum|à minima|a minima|على الأقل|كحد أدنى|فأكثر|أو أكثر|فما فوق',
  ],
  [{ comparator: 'ge', doubt: 'sign_comparator' }, '+'],
  [ABOUT, 'or so|approximately|roughly|environ|à peu près|approximativement|تقريبا'],
  [
    AT_MOST,
    'or less|or fewer|at most|maximum|at the most|au plus|au maximum|ou moins|tout au plus|على الأكثر|كحد أقصى|أو أقل',
  ],
])
