/** The query of a page as an address: what Next hands over in parts. */
export async function addressOf(
  query: Promise<Record<string, string | string[] | undefined>>,
): Promise<URLSearchParams> {
  const address = new URLSearchParams()
  for (const [name, value] of Object.entries(await query))
    for (const text of Array.isArray(value) ? value : [value])
      if (text !== undefined) address.append(name, text)
  return address
}
