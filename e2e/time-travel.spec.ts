import { DAY, expect, test } from './journey'

test('the portfolio of 2023-12-31 and back to today', { tag: '@phone' }, async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  await page.getByLabel('As of').fill('2023-12-31')
  await page.getByRole('button', { name: 'Show this day' }).click()
  await expect(page).toHaveURL('/?asOf=2023-12-31')
  await expect(page.getByText('You are looking at 31 December 2023, not at today.')).toBeVisible()
  await expect(
    page.getByText(/10,100 jobs promised by 3 agreements; by 31 December 2023 .+ asks for 1,635/),
  ).toBeVisible()
  const whole = page.getByRole('region', { name: 'The whole portfolio' })
  await expect(whole.getByText('> ≈ 93,054 (31 of 36 stated)')).toBeVisible()
  await expect(whole.getByText('104,354 if overlapping agreements were added up')).toBeVisible()
  // Every way on keeps the day.
  await page
    .getByRole('region', { name: 'The promises due in 2027' })
    .getByRole('link', { name: 'LEONI: 7,100 jobs by 2027' })
    .click()
  await expect(page).toHaveURL('/agreements/LEONI-2023?asOf=2023-12-31')
  await expect(page.getByText('You are looking at 31 December 2023, not at today.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL('/agreements/LEONI-2023')
  await expect(page.getByText(/^You are looking at/)).toBeHidden()
})

test('a report counts from the day of its data: ALTEN on 30 and 31 October 2023', async ({
  request,
}) => {
  const standing = async (asOf: string) => {
    const file = await request.get(`/api/v1/agreements.csv?company=alten&asOf=${asOf}&shape=import`)
    expect(file.status()).toBe(200)
    const answer = await request.get(`/api/v1/agreements/ALTEN-2022?asOf=${asOf}`)
    const { commitments } = await answer.json()
    return commitments[0].standing.reported
  }
  expect(await standing('2023-10-30')).toMatchObject({ status: 'NO_REPORT', created: null })
  expect(await standing('2023-10-31')).toMatchObject({ status: 'MET', created: 1_000 })
})
