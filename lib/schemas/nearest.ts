const NEAR = 2

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, left] of [...a].entries()) {
    const current = [row + 1]
    for (const [column, right] of [...b].entries()) {
      const substitution = (previous[column] ?? 0) + (left === right ? 0 : 1)
      current.push(
        Math.min(substitution, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1),
      )
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

/** The known word that a typed one most likely means: the same but for case, or at most two letters away; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const typed = word.toLowerCase()
  let best: { word: string; distance: number } | null = null
  for (const candidate of known) {
    // A length that differs by more than the limit cannot be near: long nonsense costs nothing.
    if (Math.abs(candidate.length - typed.length) > NEAR) continue
    const away = distance(typed, candidate.toLowerCase())
    // Of a word of two letters something must be left.
    const near = away <= NEAR && away < Math.min(candidate.length, typed.length)
    if (near && (!best || away < best.distance)) best = { word: candidate, distance: away }
  }
  return best?.word ?? null
}
