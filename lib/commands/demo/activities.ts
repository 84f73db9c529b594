import type { Language, Localised } from './language'
import type { Random } from './random'

const TABLE = `
automotive|wiring and component plant|usine de câblage et de composants|مصنع للأسلاك وأجزاء السيارات
automotive|second production line|deuxième ligne de production|خط إنتاج ثان
automotive|car-parts factory|fabrique d’équipements automobiles|معمل لتجهيزات السيارات
batteries|battery-materials complex|complexe de matériaux pour batteries|مركب لمواد البطاريات
batteries|cell workshop|atelier de cellules|ورشة للخلايا
aeronautics|aerostructures workshop|atelier d’aérostructures|ورشة لهياكل الطائرات
aeronautics|aircraft wiring site|site de câblage aéronautique|موقع لأسلاك الطائرات
rail|rolling-stock plant|usine de matériel roulant|مصنع لمعدات السكك الحديدية
textile|integrated garment factory|unité intégrée de confection|وحدة مندمجة للخياطة
textile|spinning and weaving mill|filature et tissage|معمل للغزل والنسيج
agri_food|processing plant|unité de transformation|وحدة للتحويل
agri_food|packing and cold-storage hub|plateforme de conditionnement et de froid|منصة للتلفيف والتبريد
pharma|medicines plant|usine de médicaments|مصنع للأدوية
mining_chemicals|processing complex|complexe de valorisation|مركب للتثمين
energy_water|solar and water scheme|projet solaire et hydrique|مشروع للطاقة الشمسية والماء
green_hydrogen|green ammonia complex|complexe d’ammoniac vert|مركب للأمونياك الأخضر
wind_energy|wind-turbine site|site éolien|موقع للطاقة الريحية
data_centres|data-centre campus|campus de centres de données|مركز للبيانات
telecoms|fibre network|réseau de fibre optique|شبكة للألياف البصرية
cybersecurity|security operations centre|centre de cybersécurité|مركز للأمن السيبراني
it_services|software centre|centre de développement logiciel|مركز لتطوير البرمجيات
it_services|digital delivery centre|centre de services numériques|مركز للخدمات الرقمية
outsourcing|customer-service centre|centre de relation client|مركز لعلاقات الزبناء
outsourcing|business-services site|site de services aux entreprises|موقع لخدمات المقاولات
engineering_services|engineering centre|centre d’ingénierie|مركز للهندسة
mixed_industry|industrial units|unités industrielles|وحدات صناعية
other|new site|nouveau site|موقع جديد`

const ACTIVITIES = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|'))

/** What is to be built, in one language. */
export function activityOf(sector: string, language: Language, random: Random): string {
  const names = ACTIVITIES.filter(([code]) => code === sector).map(
    ([, en = '', fr = '', ar = '']): Localised => ({ en, fr, ar }),
  )
  const [first, ...others] = names
  if (!first) throw new RangeError(`no activity for the sector ${sector}`)
  return random.pick([first, ...others])[language]
}

/** The words that a title and a summary are made of; empty where the source says nothing. */
export interface Words {
  company: string
  activity: string
  cities: string[]
  jobs: string
  amount: string
  deadline: string
}

const AT: Readonly<Record<Language, (city: string) => string>> = {
  en: (city) => ` in ${city}`,
  fr: (city) => ` à ${city}`,
  ar: (city) => ` في ${city}`,
}

const AND: Localised = { en: ' and ', fr: ' et ', ar: ' و' }

/** The line that names an agreement in a list. */
export function titleOf(words: Words, language: Language): string {
  const { company, activity, cities, jobs } = words
  const where = cities.length ? AT[language](cities.join(AND[language])) : ''
  const colon = language === 'fr' ? ' : ' : ': '
  return `${company}${colon}${jobs || activity}${where}`
}

/** Two or three sentences of ours about an agreement. */
export function summaryOf(words: Words, language: Language, random: Random): string {
  const { activity, jobs, amount, deadline } = words
  const cities = words.cities.join(AND[language])
  const where = cities && AT[language](cities)
  const time = deadline && ` ${deadline}`
  const sentences = {
    en: [
      random.pick([
        `What is planned: ${activity}${where}.`,
        `Support agreement: ${activity}${where}.`,
      ]),
      jobs ? `Promised: ${jobs}${time}.` : 'No number of jobs is given.',
      amount && `Planned investment: ${amount}.`,
    ],
    fr: [
      random.pick([
        `Accord portant sur : ${activity}${where}.`,
        `Convention signée pour : ${activity}${where}.`,
      ]),
      jobs ? `Engagement annoncé : ${jobs}${time}.` : 'Aucun nombre d’emplois n’est donné.',
      amount && `Investissement prévu : ${amount}.`,
    ],
    ar: [
      random.pick([`اتفاقية تهم ${activity}${where}.`, `اتفاقية لمواكبة ${activity}${where}.`]),
      jobs ? `الالتزام المعلن: ${jobs}${time}.` : 'لم يذكر أي عدد لمناصب الشغل.',
      amount && `الاستثمار المرتقب: ${amount}.`,
    ],
  }
  return sentences[language].filter(Boolean).join(' ')
}
