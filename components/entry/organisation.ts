/** An organisation that the book knows, as a search finds it. */
export interface FoundOrganisation {
  slug: string
  name: string
  /** The name or former name that matched, where it is another one. */
  alias: string | null
  agreements: number
}
