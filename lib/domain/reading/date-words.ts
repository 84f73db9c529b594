import { phraseBook, wordSet } from './phrases'

/** Names of months, 1 = January, with the short forms in use and the names of Morocco, the Levant and Algeria. */
export const MONTHS = phraseBook<number>([
  [1, 'january|jan|janvier|janv|يناير|جانفي|كانون الثاني'],
  [2, 'february|feb|février|févr|fév|فبراير|فيفري|شباط'],
  [3, 'march|mar|mars|مارس|آذار'],
  [4, 'april|apr|avril|avr|أبريل|إبريل|أفريل|نيسان'],
  [5, 'may|mai|ماي|مايو|أيار'],
  [6, 'june|jun|juin|يونيو|يونيه|جوان|حزيران'],
  [7, 'july|jul|juillet|juil|يوليوز|يوليو|يوليه|جويلية|تموز'],
  [8, 'august|aug|août|غشت|أغسطس|أوت|آب'],
  [9, 'september|sept|sep|septembre|شتنبر|سبتمبر|أيلول'],
  [10, 'october|oct|octobre|أكتوبر|تشرين الأول'],
  [11, 'november|nov|novembre|نونبر|نوفمبر|تشرين الثاني'],
  [12, 'december|dec|décembre|déc|دجنبر|ديسمبر|كانون الأول'],
])

/** Half-years and quarters by their names and short forms. */
export const PARTS_OF_YEAR = phraseBook<string>([
  [
    'H1',
    'first half|1st half|h1|first semester|premier semestre|1er semestre|s1|النصف الأول|الأسدس الأول|السداسي الأول|النصف الاول',
  ],
  [
    'H2',
    'second half|2nd half|h2|second semester|second semestre|deuxième semestre|2e semestre|2ème semestre|2nd semestre|s2|النصف الثاني|الأسدس الثاني|السداسي الثاني',
  ],
  [
    'Q1',
    'first quarter|1st quarter|q1|premier trimestre|1er trimestre|t1|الربع الأول|الفصل الأول|الثلاثي الأول',
  ],
  [
    'Q2',
    'second quarter|2nd quarter|q2|deuxième trimestre|second trimestre|2e trimestre|2ème trimestre|t2|الربع الثاني|الفصل الثاني|الثلاثي الثاني',
  ],
  [
    'Q3',
    'third quarter|3rd quarter|q3|troisième trimestre|3e trimestre|3ème trimestre|t3|الربع الثالث|الفصل الثالث|الثلاثي الثالث',
  ],
  [
    'Q4',
    'fourth quarter|4th quarter|last quarter|q4|quatrième trimestre|4e trimestre|4ème trimestre|dernier trimestre|t4|الربع الرابع|الفصل الرابع|الربع الأخير|الثلاثي الرابع',
  ],
])

export type PartOfPeriod = 'end' | 'early' | 'mid' | 'late' | 'season'

/** Which part of the period that follows is meant. */
export const EDGES = phraseBook<PartOfPeriod>([
  ['end', 'end|the end|year end|end of|end_of|close of|fin|la fin|نهاية|متم|نهايه|أواخر شهر|ختام'],
  ['early', 'early|beginning|start|beginning of|start of|début|بداية|مطلع|أوائل|مستهل'],
  ['mid', 'mid|middle|middle of|mi|milieu|منتصف|أواسط'],
  ['late', 'late|أواخر'],
  ['season', 'spring|summer|autumn|winter|printemps|été|automne|hiver|الربيع|ربيع|صيف|خريف|شتاء'],
])

export type DeadlineWord = 'by' | 'horizon' | 'before' | 'in' | 'until' | 'latest' | 'after'

/** What stands before a period and says how it is meant. */
export const BEFORE_PERIOD = phraseBook<DeadlineWord>([
  [
    'by',
    "by|d'ici|d'ici à|d'ici au|d'ici aux|dici|d ici|بحلول|مع حلول|في أفق حلول|by around|as early as",
  ],
  [
    'horizon',
    "à l'horizon|à horizon|horizon|l'horizon|à l'horizon de|by the horizon of|on the horizon of|في أفق|أفق|بأفق|في الأفق",
  ],
  ['before', 'before|prior to|ahead of|avant|قبل|avant le|avant la|قبيل'],
  [
    'in',
    'in|during|within|throughout|on|en|au cours de|au cours du|courant|durant|pendant|pour|for|au|في|خلال|برسم|au titre de|في غضون',
  ],
  ['until', "until|till|through|jusqu'en|jusqu'à|jusqu'au|jusque|حتى|إلى غاية|لغاية|إلى حدود"],
  [
    'latest',
    'no later than|not later than|at the latest|at the latest in|latest|au plus tard|au plus tard en|au plus tard le|على أبعد تقدير|في أجل أقصاه|كأقصى تقدير',
  ],
  [
    'after',
    'after|from|since|starting|starting in|starting from|as of|beginning in|as from|effective from|not before|no earlier than|not earlier than|après|depuis|dès|à partir de|à partir du|à compter de|à compter du|pas avant|بعد|منذ|ابتداء من|انطلاقا من|اعتبارا من|بدءا من|ليس قبل',
  ],
])

/** What can stand after a period. */
export const AFTER_PERIOD = phraseBook<DeadlineWord>([
  ['latest', 'at the latest|latest|au plus tard|على أبعد تقدير|كأقصى تقدير'],
  ['after', 'onwards|onward|et au delà|فما بعد'],
])

/** Words between a preposition, a part and the period that carry no meaning of their own. */
export const PERIOD_FILLERS = wordSet(
  `the of year years month le la l les de d du des année an mois exercice - , سنة عام شهر السنة العام من fiscal calendar موسم`,
)

/** Names of weekdays, which may stand before a day. */
export const WEEKDAYS = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
  الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يوم`,
)

/** Openers of a span of years. */
export const SPAN_OPENERS = wordSet(
  'between entre from de period période فترة الفترة بين من horizon',
)

/** Lengths of time, which are no date. */
export const DURATION_UNITS = wordSet(
  `year years month months decade decades week weeks an ans année années mois semaine semaines décennie
  سنة سنوات سنين عام أعوام عاما شهر أشهر شهور شهرا`,
)

/** What makes a length of time a deadline counted from an unstated day. */
export const BEFORE_DURATION = phraseBook<'due' | 'other'>([
  [
    'due',
    'within|within a period of|within the next|in|in the next|over|over the next|over a period of|the next|by the next',
  ],
  [
    'due',
    "dans|dans un délai de|dans les|d'ici|d'ici à|sur|sur une période de|sur une durée de|durée de|une durée de|délai de|au cours des|les prochaines|sous",
  ],
  ['due', 'خلال|في غضون|في ظرف|على مدى|في أجل|داخل أجل|على امتداد'],
  ['other', 'for|after|next|a|the first|pendant|durant|au bout de|en|pour les|لمدة|مدة|في|بعد|أجل'],
])

/** Lengths of time without a number, and dates that depend on today. */
export const RELATIVE_TERMS = phraseBook<true>([
  [
    true,
    'medium term|short term|long term|mid term|next year|this year|coming years|next few years|in the coming years|the next decade|two years|three years',
  ],
  [
    true,
    "à moyen terme|à court terme|à long terme|à terme|moyen terme|court terme|long terme|l'année prochaine|cette année|les prochaines années|prochaines années|ces prochaines années|quelques années",
  ],
  [
    true,
    'المدى المتوسط|المدى القصير|المدى البعيد|المدى الطويل|السنة المقبلة|السنوات المقبلة|العام المقبل|السنوات القادمة|سنتين|سنتان|عامين|شهرين|هذه السنة|السنة الجارية',
  ],
])
