/** A reader of texts that remembers what it said of those met before, as columns repeat theirs; when there are too many, it begins anew. */
export function remembered<T>(read: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const said = known.get(text)
    if (said !== undefined || known.has(text)) return said as T // what is kept under a text was read of it
    const fresh = read(text)
    if (known.size >= most) known.clear()
    known.set(text, fresh)
    return fresh
  }
}
