import type { IsoDate } from '@/lib/domain/types'
import { type Known, rowOf } from './row'

/** Invented programmes: code | title | measure | quantity | currency | years from now | baseline | sector | region | fragment. */
const TABLE = `
HORIZON-JOBS|Horizon programme: 60,000 industrial jobs|net_new_jobs|60000||2|||MA|60,000 industrial jobs
HORIZON-INVEST|Horizon programme: 90 billion dirhams of private investment|investment|90000000000|MAD|2|||MA|90 billion dirhams
NUMERIQUE-EMPLOIS|Cap numérique : 25 000 emplois dans les services|net_new_jobs|>25000||3||outsourcing|MA|plus de 25 000 emplois
AERO-EFFECTIF|Filière aéronautique : un effectif de 30 000 personnes|headcount_level|30000||4|21400|aeronautics|MA|un effectif de 30 000 personnes
ORIENTAL-EMPLOIS|Plan de l’Oriental : 8 000 emplois|net_new_jobs|~8000||1|||MA-02|près de 8 000 emplois
JANOUB-TAQA|برنامج طاقات الجنوب: 4000 منصب شغل|net_new_jobs|4000||5||green_hydrogen|MA-12|4000 منصب شغل`

/** The national targets that stand beside the promises, known from the beginning. */
export function targets(today: IsoDate, on: IsoDate): Known[] {
  const year = Number(today.slice(0, 4))
  return TABLE.trim()
    .split('\n')
    .map((line): Known => {
      const [code = '', title = '', measure = '', quantity = '', currency = ''] = line.split('|')
      const [ahead = '', baseline = '', sector = '', region = '', stated = ''] = line
        .split('|')
        .slice(5)
      const row = rowOf('targets', {
        ...{ code, title, measure, quantity, currency, baseline, sector, region },
        programme: title.split(/ ?:/)[0] ?? title,
        deadline: `by ${year + Number(ahead)}`,
        baseline_date: baseline && `${year - 4}-12`,
        source_url: `https://programmes.example/${code.toLowerCase()}`,
        ...{ source_date: on, as_stated: stated },
      })
      return { kind: 'targets', on, row }
    })
}
