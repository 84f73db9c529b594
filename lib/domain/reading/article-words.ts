import { phraseBook, wordSet } from './phrases'

/** What an amount of money is said to be: an investment, or something else; `weak` words fit both. */
export const MONEY_CLUES = phraseBook<'invest' | 'weak' | 'other'>([
  [
    'invest',
    'investment|investments|invest|invests|invested|investing|reinvest|capex|capital expenditure|investissement|investissements|investir|investira|investiront|investit|investi|investissant|réinvestir|استثمار|استثمارا|استثمارات|استثماري|استثماريا|يستثمر|ستستثمر|سيستثمر',
  ],
  [
    'weak',
    'worth|cost|costing|budget|envelope|amount|montant|enveloppe|enveloppe budgétaire|coût|coûtera|mobiliser|mobilise|mobilisera|mobilisant|غلاف مالي|بقيمة|كلفة|تكلفة|ميزانية|مبلغ|بغلاف',
  ],
  [
    'other',
    'turnover|revenue|revenues|sales|exports|export|imports|profit|profits|net income|ebitda|market cap|market capitalization|market capitalisation|valuation|valued at|share capital|debt|loan|loans|credit|financing|fundraising|raised|salary|salaries|wage|wages|payroll|grant|grants|subsidy|subsidies|bonus|gdp|added value|fine|price|share|shares|stock|per year|a year|per month|a month|annually|annual|trade',
  ],
  [
    'other',
    "chiffre d'affaires|chiffres d'affaires|ca|recettes|revenus|ventes|exportations|exportation|à l'export|export|importations|bénéfice|bénéfices|résultat net|capital social|capitalisation|valorisation|dette|dettes|prêt|prêts|crédit|crédits|emprunt|levée de fonds|salaire|salaires|masse salariale|subvention|subventions|prime|primes|pib|valeur ajoutée|amende|prix|action|actions|bourse|par an|annuel|annuels|annuelle|annuelles|par mois|échanges",
  ],
  [
    'other',
    'رقم معاملات|رقم معاملاتها|رقم المعاملات|رقم الأعمال|رقم أعمال|مبيعات|صادرات|الصادرات|واردات|أرباح|ربح|قرض|قروض|ديون|دين|رأسمال|أجر|أجور|راتب|رواتب|الناتج|سنويا|شهريا|دعم|منحة|القيمة المضافة',
  ],
])

export type PeopleClue = 'create' | 'created' | 'existing' | 'level' | 'train' | 'hire'

/** What happens to jobs or people, before their number. */
export const CLUES_BEFORE = phraseBook<PeopleClue>([
  [
    'create',
    'create|creates|creating|creation|creation of|generate|generates|generating|provide|providing|will|would|add|adding|pledge|pledges|pledged|promise|promises|promised|commit|commits|committed|aims|expected|set to|plans',
  ],
  [
    'create',
    'créer|crée|créent|créera|créeront|création|créations|créant|générer|génère|générera|générant|offrir|offrira|prévoit|prévoient|permettra|permettront|permettre|devrait|devraient|ambitionne|engage|ouverture|générateur|générateurs|générateur de',
  ],
  [
    'create',
    'خلق|إحداث|ستحدث|سيحدث|توفير|سيوفر|ستوفر|سيخلق|ستخلق|يخلق|تخلق|سيمكن|ستمكن|من المتوقع|يرتقب|تلتزم|يلتزم|بإحداث|بخلق',
  ],
  [
    'hire',
    'will employ|would employ|to employ|emploiera|emploieront|employera|devrait employer|hire|hires|hiring|recruit|recruits|recruiting|recruitment|embaucher|embauche|embauchera|recruter|recrute|recrutera|recruteront|recrutement|توظيف|ستوظف|سيوظف|تشغيل|ستشغل|سيشغل',
  ],
  [
    'created',
    'has created|have created|had created|created|has already created|have already created|has generated|a créé|ont créé|avait créé|a déjà créé|ont déjà créé|a généré|ont généré|a permis de créer|a permis la création|a recruté|ont recruté|has hired|has recruited|أحدثت|أحدث|وفرت|خلقت|تم خلق|تم إحداث|وظفت|شغلت',
  ],
  [
    'existing',
    'employs|employ|employed|employing|has|have|had|currently|already|existing|current|today|workforce of|headcount of|staff of|team of|teams of|with a workforce of|which employs',
  ],
  [
    'existing',
    "emploie|emploient|employait|employaient|employant|compte|comptent|comptait|comptant|dispose|disposait|fait travailler|actuellement|déjà|existants|actuels|aujourd'hui|effectif de|effectifs de|équipe de|équipes de|fort de|forte de|forts de",
  ],
  [
    'existing',
    'يشغل|تشغل|تشغيلها حاليا|حاليا|يضم|تضم|يعمل|تعمل|يعمل بها|توظف|يوظف|اليوم|الحالي|الحالية',
  ],
  [
    'level',
    'workforce to|headcount to|staff to|employees to|jobs to|reach|reaches|reaching|reached|raise|raising|grow|grow to|growing|increase|increasing|expand|expanding|bring|bringing|double|triple|from',
  ],
  [
    'level',
    'porter|portera|porteront|portant|passer|passera|passeront|passant|atteindre|atteindra|atteindront|atteignant|effectif à|effectifs à|tripler|doubler|رفع|سيرفع|سترفع|ليصل|لتصل|ليبلغ|لتبلغ|بلوغ|الوصول إلى|إلى أن يصل',
  ],
  [
    'train',
    'train|training|trained|trains|educate|certify|upskill|former|formera|formeront|formation|formations|formés|formées|certifier|تكوين|تدريب|تأهيل|لتكوين|ستكون',
  ],
])

/** What is said of jobs or people after their number. */
export const CLUES_AFTER = phraseBook<PeopleClue>([
  [
    'existing',
    "currently|already|today|at present|so far|in place|existing|déjà en poste|en poste|actuellement|déjà|aujourd'hui|à ce jour|existants|existantes|actuels|qu'elle emploie|qu'il emploie|que compte|حاليا|اليوم|الحاليين",
  ],
  [
    'created',
    'have been created|were created|has been created|created so far|had been created|ont été créés|a été créé|ont été créées|déjà créés|already created|تم إحداثها|تم خلقها',
  ],
  [
    'create',
    'will be created|to be created|would be created|are expected|expected|additional|seront créés|seront créées|sera créé|à créer|à terme|supplémentaires|en plus|prévus|attendus|إضافي|إضافية|جديد|جديدة',
  ],
  ['train', 'formés|trained|graduates|will be trained|seront formés'],
])

/** Nouns and adjectives inside "7.100 nouveaux emplois" that say that jobs are created. */
export const NEW_WORDS = wordSet(
  'new additional extra nouveaux nouveau nouvelles nouvel supplémentaires supplémentaire additionnels جديد جديدة إضافي إضافية',
)

/** Nouns of hires: everybody taken on, leavers not deducted. */
export const HIRE_WORDS = wordSet(
  'hires recruits recruitments recrues recrue recrutements recrutement embauches embauche',
)

/** People who belong to a company whatever else is said. */
export const STAFF_WORDS = wordSet(
  `employees employee workers staff workforce headcount personnel employés employé employées salariés salarié salariées collaborateurs collaboratrices
  effectif effectifs مستخدم مستخدما مستخدمين موظف موظفا موظفين أجير أجيرا أجراء متعاون متعاونا متعاونين عامل عاملا عمال`,
)

/** What makes a number a part of one already given. */
export const PART_WORDS = phraseBook<true>([
  [true, 'dont|including|of which|of whom|parmi|parmi lesquels|منها|من بينها|بما فيها|منهم'],
])

/** What makes an amount the same as the one before it, in another currency. */
export const CONVERTING = phraseBook<true>([
  [
    true,
    "(|soit|soit environ|équivalent à|équivaut à|l'équivalent de|or about|or|or around|equivalent to|the equivalent of|أي|أي ما يعادل|ما يعادل|أي حوالي",
  ],
])

/** Growth by a whole factor. */
export const FACTORS = phraseBook<number>([
  [
    2,
    'double|doubling|doubles|doubled|doubler|doublera|doublant|doublement|multiplier par deux|مضاعفة|سيضاعف|ستضاعف',
  ],
  [
    3,
    'triple|tripling|triples|tripled|tripler|triplera|triplant|triplement|multiplier par trois|threefold|ثلاثة أضعاف',
  ],
  [4, 'quadruple|quadrupling|quadrupler|quadruplera|multiplier par quatre|fourfold|أربعة أضعاف'],
])

/** What says that a day is the day of signature. */
export const SIGNING = phraseBook<true>([
  [
    true,
    'signed|sign|signs|signature|signing|inked|initialled|concluded|signé|signée|signés|signées|signe|signent|signature|paraphé|paraphée|conclu|conclue|وقع|وقعت|توقيع|التوقيع|وقعا|وقعوا|الموقعة|الموقع',
  ],
])
