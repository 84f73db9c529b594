import type { Option } from '@/components/forms/select-input'

/** Codes with their labels, for a select. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  label: (code: Code) => string,
): Option[] {
  return codes.map((code) => ({ value: code, label: label(code) }))
}
