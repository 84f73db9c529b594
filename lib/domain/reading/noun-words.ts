import { phraseBook, wordSet } from './phrases'

/** What a number counts: jobs, people, or something that is neither (years, hectares, trainees). */
export type NounKind = 'jobs' | 'people' | 'other'

/** Nouns after a number in English, French and Arabic. */
export const NOUNS = phraseBook<NounKind>([
  [
    'jobs',
    'job|jobs|position|positions|role|roles|vacancies|job opportunities|employment opportunities|work opportunities|hires|recruits|new hires|recruitments|jobholders',
  ],
  [
    'jobs',
    "emploi|emplois|poste|postes|poste d'emploi|postes d'emploi|postes d'emplois|postes de travail|poste de travail|opportunités d'emploi|opportunités d'emplois|recrutement|recrutements|recrue|recrues|embauche|embauches",
  ],
  [
    'jobs',
    'منصب|منصبا|مناصب|منصب شغل|منصبا للشغل|منصب عمل|مناصب شغل|مناصب الشغل|مناصب عمل|فرصة شغل|فرص شغل|فرصة عمل|فرص عمل|فرص الشغل|فرص العمل|فرصة للشغل|وظيفة|وظائف|الوظائف|عملية توظيف',
  ],
  [
    'people',
    'people|persons|employees|employee|workers|worker|staff|staff members|engineers|engineer|professionals|specialists|experts|consultants|technicians|developers|operators|agents|collaborators|talents|talent|associates|headcount|workforce|personnel|advisors|advisers|men and women',
  ],
  [
    'people',
    'personne|personnes|employé|employés|employée|employées|salarié|salariés|salariée|salariées|collaborateur|collaborateurs|collaboratrice|collaboratrices|ingénieur|ingénieurs|ingénieures|technicien|techniciens|techniciennes|opérateurs|opératrices|ouvriers|ouvrières|talents|profils|experts|consultants|développeurs|cadres|effectif|effectifs|travailleurs|agents|spécialistes|conseillers|téléconseillers|professionnels',
  ],
  [
    'people',
    'شخص|شخصا|أشخاص|عامل|عاملا|عمال|عاملة|مستخدم|مستخدما|مستخدمين|مستخدمة|موظف|موظفا|موظفين|أجير|أجيرا|أجراء|مهندس|مهندسا|مهندسين|مهندسة|إطار|إطارا|أطر|متعاون|متعاونا|متعاونين|كفاءة|كفاءات|تقني|تقنيا|تقنيين|خبير|خبيرا|خبراء',
  ],
  [
    'other',
    'year|years|month|months|week|weeks|day|days|hour|hours|minutes|year old|mw|gw|kw|mwh|gwh|megawatts|gigawatts|megawatt|gigawatt|hectare|hectares|ha|square metres|square meters|square metre|sqm|m2|m|²|km|kilometres|kilometers|miles|feet|tonnes|tons|tonne|kg|litres|vehicles|cars|vehicle|units|aircraft|planes|engines|batteries|trainees|students|graduates|interns|beneficiaries|countries|companies|firms|company|startups|projects|project|agreements|sites|plants|factories|plant|factory|schools|hospitals|points|times|percent|customers|clients|visitors|tourists|seats|rooms|beds|pages|shares|words',
  ],
  [
    'other',
    'an|ans|année|années|mois|semaine|semaines|jour|jours|heure|heures|kilomètres|mètres|mètres carrés|tonne|tonnes|véhicules|voitures|véhicule|unités|avions|moteurs|batteries|stagiaires|étudiants|étudiantes|lauréats|diplômés|élèves|bénéficiaires|pays|entreprises|entreprise|sociétés|société|start up|startups|projets|projet|conventions|accords|usines|usine|sites|site|unités industrielles|écoles|hôpitaux|points|fois|clients|visiteurs|touristes|sièges|chambres|lits|pages|actions|mégawatts|gigawatts|habitants|logements|ménages',
  ],
  [
    'other',
    'سنة|سنوات|عام|أعوام|شهر|أشهر|شهرا|يوم|يوما|أيام|ساعة|ساعات|ميغاواط|جيغاواط|كيلوواط|هكتار|هكتارا|هكتارات|متر|مترا|كيلومتر|كيلومترا|طن|طنا|سيارة|سيارات|مركبة|طالب|طالبا|طلبة|متدرب|متدربا|متدربين|خريج|خريجا|خريجين|مستفيد|مستفيدا|مستفيدين|دولة|دول|شركة|شركات|مقاولة|مقاولات|مشروع|مشروعا|مشاريع|اتفاقية|اتفاقيات|مصنع|مصانع|مرة|نسمة|سائح|وحدة|طائرة|طائرات',
  ],
])

/** Nouns that can stand before their number ("emplois : 500", "workforce to 1,000"). */
export const NOUNS_BEFORE = phraseBook<NounKind>([
  [
    'jobs',
    "jobs|positions|job creation|emplois|postes|création d'emplois|créations d'emplois|nombre d'emplois|number of jobs|recrutements|مناصب الشغل|مناصب شغل|فرص الشغل|فرص العمل|عدد المناصب|عدد مناصب الشغل",
  ],
  [
    'people',
    'workforce|headcount|staff|employees|number of employees|effectif|effectifs|collaborateurs|salariés|employés|nombre de salariés|عدد العاملين|عدد المستخدمين|عدد الموظفين|اليد العاملة|العاملين',
  ],
])

/** Words that end the search for the noun of a number. */
export const NOUN_STOPS = wordSet(
  `and et or ou qui que qu dont in on at by for with from to into than as is are was were will has have had of while which that who
  dans en sur pour par avec avant a au aux est sont sera seront soit ainsi mais d de du des le la les l il elle ils elles ce cette
  within over during per via through between under after before until among across after than since about
  vers chez sous selon entre depuis jusqu lors où car puis contre afin après avant
  un une the this these its their his her ses sa son leur leurs notre nos
  و في على من إلى عن مع هذا هذه التي الذي أن كما بحلول قبل خلال`,
)

/** Words around a noun that say which jobs. */
export const SCOPE_WORDS = phraseBook<'direct' | 'indirect' | 'induced'>([
  ['direct', 'direct|directs|directe|directes|directly|مباشر|مباشرا|مباشرة'],
  [
    'indirect',
    'indirect|indirects|indirecte|indirectes|indirectly|غير مباشر|غير مباشرة|غير مباشرا',
  ],
  ['induced', 'induced|induit|induits|induite|induites|محدث بشكل غير مباشر'],
])

/** Words that turn a number round: what is lost, cut or not promised. */
export const NEGATIONS = wordSet(
  `not no non without sans ne pas lost loss losses cut cuts cutting layoffs fewer eliminate suppression suppressions supprimer supprime supprimés
  perte pertes perdus licenciement licenciements لا ليس لن لم فقدان إلغاء تسريح`,
)

/** Parts of a whole, which we do not multiply: "ربع مليون" is no million. */
export const FRACTIONS = wordSet(
  'quarter quarters third thirds quart quarts tiers cinquième fifth tenth dixième ربع ثلث ثلثي ثلثا أرباع',
)

/** Hundredths. */
export const PERCENTS = phraseBook<true>([
  [true, '%|٪|per cent|percent|pour cent|percentage points|بالمئة|بالمائة|في المئة|في المائة'],
])
