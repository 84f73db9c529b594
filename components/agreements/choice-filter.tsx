'use client' // so that its choices travel as data once, not as elements too

import { Icon } from '@/components/ui/icon'

/** Any number of values of one filter: checkboxes behind a summary, which opens without JavaScript; one of a group is open at a time. */
export function ChoiceFilter({
  label,
  name,
  chosen,
  chosenText,
  options,
  note,
}: {
  label: string
  name: string
  chosen: readonly string[]
  /** "2 chosen", shown when there are any. */
  chosenText: string
  options: { value: string; label: string }[]
  note?: string
}) {
  return (
    <details name="choices" className="choices group">
      <summary>
        <span className="min-w-0">
          {label}
          {chosen.length > 0 && <strong className="ms-2 font-semibold">{chosenText}</strong>}
        </span>
        <Icon name="chevron-down" className="size-4 shrink-0 text-soft group-open:rotate-180" />
      </summary>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <bdi>{option.label}</bdi>
          </label>
        ))}
        {note && <p className="px-1.5 py-2 text-xs text-soft">{note}</p>}
      </fieldset>
    </details>
  )
}
