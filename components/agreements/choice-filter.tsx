import ChevronDown from 'lucide-react/icons/chevron-down'

/** Any number of values of one filter: checkboxes behind a summary, which opens without JavaScript; one of a group is open at a time. */
export function ChoiceFilter({
  label,
  name,
  chosen,
  chosenText,
  options,
}: {
  label: string
  name: string
  chosen: readonly string[]
  /** "2 chosen", shown when there are any. */
  chosenText: string
  options: { value: string; label: string }[]
}) {
  return (
    <details name="choices" className="group relative min-w-0">
      <summary className="flex min-h-10 list-none items-center justify-between gap-2 rounded-xs border border-rule-strong bg-raised px-2.5 py-1.5 text-sm hover:border-ink [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">
          {label}
          {chosen.length > 0 && <strong className="ms-2 font-semibold">{chosenText}</strong>}
        </span>
        <ChevronDown
          size={16}
          aria-hidden="true"
          className="shrink-0 text-soft group-open:rotate-180"
        />
      </summary>
      <fieldset className="inset-x-0 z-20 mt-1 max-h-80 min-w-full overflow-y-auto border border-rule-strong bg-raised p-1.5 sm:absolute sm:w-max sm:max-w-[22rem] sm:shadow-[0_6px_20px_oklch(0_0_0/0.14)]">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-9 items-center gap-2.5 px-1.5 text-sm hover:bg-sunken"
          >
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="size-4 shrink-0 accent-accent"
            />
            <bdi>{option.label}</bdi>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
