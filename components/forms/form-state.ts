/** Something shown once: a link, a token, recovery codes. */
export interface Revealed {
  label: string
  values: string[]
}

/** What a form's action hands back: what was typed, what is wrong with it, or what was done. */
export interface FormState {
  /** Counts the answers, so that the form can tell a new one. */
  turn: number
  values: Record<string, string>
  errors: Record<string, string>
  /** What is wrong with the whole. */
  error: string | null
  done: string | null
  revealed: Revealed[]
  /** A picture that carries `revealed` to a telephone: an SVG path of dark squares, `size` squares wide. */
  picture: { path: string; size: number; label: string } | null
}

export const UNTOUCHED: FormState = {
  turn: 0,
  values: {},
  errors: {},
  error: null,
  done: null,
  revealed: [],
  picture: null,
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
