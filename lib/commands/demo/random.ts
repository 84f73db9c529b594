/** A small repeatable source of choices: the same seed gives the same portfolio on every machine. */
export interface Random {
  /** A number in [0, 1). */
  unit(): number
  /** A number in [low, high). */
  between(low: number, high: number): number
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number
  /** One member of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T
  /** True with the given probability. */
  chance(probability: number): boolean
}

// FNV-1a: a seed per agreement, so that a new row never changes its neighbours.
function hash(text: string): number {
  let h = 0x811c9dc5
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return h >>> 0
}

/** The choices that belong to one seed text (mulberry32). */
export function randomOf(seed: string): Random {
  let state = hash(seed)
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + unit() * (high - low)
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  return {
    unit,
    between,
    whole,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    chance: (probability) => unit() < probability,
  }
}
