import { createInterface } from 'node:readline/promises'
import type { OpenDatabase } from '@/lib/commands/database'
import { isLoopback } from '@/lib/env'
import { Failure } from './failure'

/** Throws Failure for a database on another machine, unless it is meant. */
export function requireLocal(database: OpenDatabase, force: boolean): void {
  const { hostname } = new URL(database.url)
  if (!isLoopback(hostname) && !force)
    throw new Failure(`${hostname} is not this machine; add --force if you mean it.`)
}

/** Asks for a word to be typed. Throws Failure when another one is, or none. */
export async function requireWord(question: string, word: string): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    // An input that ends without an answer is a no.
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
    const asked = terminal.question(`${question} Type ${word} to go on: `)
    if ((await Promise.race([asked, ended])).trim() !== word)
      throw new Failure('Nothing was changed.')
  } finally {
    terminal.close()
  }
}
