import { expect, test } from 'vitest'
import { suggestMapping } from './suggest-mapping'

function found(header: string[], sample: string[][] = []) {
  return Object.fromEntries(suggestMapping('agreements', header, sample))
}

test('names as French, English and Arabic files write them', () => {
  expect(
    found([
      'N°',
      'Intitulé du projet',
      'Raison sociale',
      'EMPLOIS PRÉVUS',
      'Montant (MDH)',
      'Date de signature',
      'Région',
      "Secteur d'activité",
      'Échéance',
      'Lien',
    ]),
  ).toEqual({
    reference: 'N°',
    title: 'Intitulé du projet',
    company: 'Raison sociale',
    jobs: 'EMPLOIS PRÉVUS',
    amount: 'Montant (MDH)',
    signed_on: 'Date de signature',
    region: 'Région',
    sector: "Secteur d'activité",
    deadline: 'Échéance',
    source_url: 'Lien',
  })
  expect(
    found(['المستثمر', 'عدد مناصب الشغل', 'الجهة', 'مبلغ الاستثمار', 'تاريخ التوقيع']),
  ).toEqual({
    company: 'المستثمر',
    jobs: 'عدد مناصب الشغل',
    region: 'الجهة',
    amount: 'مبلغ الاستثمار',
    signed_on: 'تاريخ التوقيع',
  })
  expect(
    found(['Company name', 'Number of jobs', 'Investment (million USD)', 'Signing date']),
  ).toEqual({
    company: 'Company name',
    jobs: 'Number of jobs',
    amount: 'Investment (million USD)',
    signed_on: 'Signing date',
  })
})

test('columns without a telling name are known by what they hold', () => {
  expect(
    found(
      ['A', 'B', 'C'],
      [
        ['https://a.ma/1', 'MAD', 'Casablanca-Settat'],
        ['https://a.ma/2', 'EUR', 'جهة الشرق'],
        ['', 'MAD', 'MA-01'],
      ],
    ),
  ).toEqual({ source_url: 'A', currency: 'B', region: 'C' })
})

test('no column of the file is used twice, and strange ones are left alone', () => {
  const mapped = found(['Société', 'Entreprise', 'Couleur préférée'])
  expect(Object.values(mapped)).toEqual(['Entreprise'])
})
