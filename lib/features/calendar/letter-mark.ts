import { createHash } from 'node:crypto'

/** The text of a letter: what is sent, copied, and compared with what was on the screen. */
export interface LetterText {
  subject: string
  body: string
}

/** What a letter is recognised by: it changes with every figure that it names. */
export function letterMark({ subject, body }: LetterText): string {
  return createHash('sha256').update(`${subject}\n\n${body}`).digest('hex')
}
