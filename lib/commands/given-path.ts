import path from 'node:path'

/** A path from the command line, as seen from where it was typed: npm moves to the checkout first. */
export function givenPath(typed: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', typed)
}
