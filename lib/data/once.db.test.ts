import { afterAll, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import { disconnect, pool } from './client'
import { repeatable, transactionOnce } from './once'

afterAll(disconnect)

const asked = (key: string, what: string, account = 'amina') => repeatable(account, key, [what])

test('the same key at the same time does the work once, and both get its result', async () => {
  let done = 0
  const work = async () => ({ turn: ++done })
  const both = [1, 2].map(() => transactionOnce(asked('a', 'x'), work))
  expect(await Promise.all(both)).toEqual([{ turn: 1 }, { turn: 1 }])
  expect(await transactionOnce(asked('a', 'x'), work)).toEqual({ turn: 1 })
})

test('the key with something else is refused; of another account it is another key', async () => {
  await transactionOnce(asked('b', 'x'), async () => ({ turn: 1 }))
  const other = transactionOnce(asked('b', 'y'), async () => ({ turn: 2 }))
  await expect(other).rejects.toEqual(new Refused('key_reused'))
  const theirs = await transactionOnce(asked('b', 'y', 'omar'), async () => ({ turn: 3 }))
  expect(theirs).toEqual({ turn: 3 })
})

test('what failed is not kept: the same key may try again', async () => {
  const failing = transactionOnce(asked('c', 'x'), async () => {
    throw new Refused('undo_too_late')
  })
  await expect(failing).rejects.toBeInstanceOf(Refused)
  expect(await transactionOnce(asked('c', 'x'), async () => ({ turn: 2 }))).toEqual({ turn: 2 })
})

test('a key that is older than 30 days is forgotten when another one comes', async () => {
  await transactionOnce(asked('d', 'x'), async () => ({ turn: 1 }))
  await pool().query(`update request_key set at = now() - interval '31 days' where key = 'amina d'`)
  await transactionOnce(asked('e', 'x'), async () => ({ turn: 2 }))
  expect(await transactionOnce(asked('d', 'y'), async () => ({ turn: 3 }))).toEqual({ turn: 3 })
})
