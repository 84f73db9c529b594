/** An organisation that the book knows, as a search finds it. */
export interface FoundOrganisation {
  slug: string
  name: string
  /** It stands for companies that no source names. */
  group: boolean
  /** The name that was typed but for case, accents and marks. */
  same: boolean
}
