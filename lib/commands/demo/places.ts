import type { Region } from '@/lib/domain/types'
import type { Language, Localised } from './language'

const TABLE = `
MA-01|Tanger|Tangier|طنجة
MA-01|Tétouan|Tétouan|تطوان
MA-01|Larache|Larache|العرائش
MA-02|Oujda|Oujda|وجدة
MA-02|Nador|Nador|الناظور
MA-02|Berkane|Berkane|بركان
MA-03|Fès|Fès|فاس
MA-03|Meknès|Meknès|مكناس
MA-04|Kénitra|Kénitra|القنيطرة
MA-04|Rabat|Rabat|الرباط
MA-04|Salé|Salé|سلا
MA-05|Béni Mellal|Béni Mellal|بني ملال
MA-05|Khouribga|Khouribga|خريبكة
MA-06|Casablanca|Casablanca|الدار البيضاء
MA-06|Nouaceur|Nouaceur|النواصر
MA-06|Settat|Settat|سطات
MA-06|Mohammédia|Mohammédia|المحمدية
MA-06|El Jadida|El Jadida|الجديدة
MA-06|Berrechid|Berrechid|برشيد
MA-07|Marrakech|Marrakesh|مراكش
MA-07|Safi|Safi|آسفي
MA-07|Benguerir|Benguerir|ابن جرير
MA-07|Essaouira|Essaouira|الصويرة
MA-08|Errachidia|Errachidia|الرشيدية
MA-08|Ouarzazate|Ouarzazate|ورزازات
MA-08|Midelt|Midelt|ميدلت
MA-09|Agadir|Agadir|أكادير
MA-09|Taroudant|Taroudant|تارودانت
MA-09|Tiznit|Tiznit|تيزنيت
MA-10|Guelmim|Guelmim|كلميم
MA-10|Tan-Tan|Tan-Tan|طانطان
MA-11|Laâyoune|Laâyoune|العيون
MA-11|Tarfaya|Tarfaya|طرفاية
MA-11|Boujdour|Boujdour|بوجدور
MA-12|Dakhla|Dakhla|الداخلة`

const CITIES = new Map<string, { region: Region; name: Localised }>()
for (const line of TABLE.trim().split('\n')) {
  const [region = 'MA', fr = '', en = '', ar = ''] = line.split('|')
  CITIES.set(fr, { region: region as Region, name: { en, fr, ar } }) // the table holds codes only
}

export interface Place {
  region: Region
  /** Names of the cities in one language; empty where the source names none. */
  cities: string[]
}

/** The place of a promise: `-` none, one city, or several cities joined by `+`. */
export function placeOf(text: string, language: Language): Place {
  if (text === '-') return { region: 'MA', cities: [] }
  const found = text.split('+').map((name) => {
    const city = CITIES.get(name)
    if (!city) throw new RangeError(`no such city in the table: ${name}`)
    return city
  })
  const regions = new Set(found.map((city) => city.region))
  const [first = 'MA'] = regions
  return {
    region: regions.size > 1 ? 'MULTI' : first,
    cities: found.map((city) => city.name[language]),
  }
}
