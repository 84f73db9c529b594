import { type ReactNode, useId } from 'react'
import { Button } from './button'

const CONTROL =
  'min-h-10 w-full rounded-xs border border-rule-strong bg-raised px-2.5 py-1.5 text-sm hover:border-ink'

/** A GET form: what it asks ends up in the address. `keep` carries the parameters that the form does not show. */
export function FilterForm({
  action,
  label,
  keep = [],
  submit,
  clear,
  search = false,
  children,
}: {
  action: string
  label: string
  keep?: [name: string, value: string][]
  submit: string
  clear?: { href: string; label: string }
  search?: boolean
  children: ReactNode
}) {
  return (
    <form
      action={action}
      aria-label={label}
      role={search ? 'search' : undefined}
      className="no-print grid gap-4"
    >
      {keep.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <Button>{submit}</Button>
        {clear && (
          <a href={clear.href} className="link text-sm">
            {clear.label}
          </a>
        )}
      </div>
    </form>
  )
}

/** Label over control; the control gets its id from here. */
function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-soft">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

export function SelectFilter({
  label,
  name,
  value,
  any,
  options,
}: {
  label: string
  name: string
  value?: string
  /** The first option, with the empty value: "All". */
  any?: string
  options: { value: string; label: string }[]
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select id={id} name={name} defaultValue={value ?? ''} className={CONTROL}>
          {any !== undefined && <option value="">{any}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

export function TextFilter({
  label,
  name,
  value,
  type = 'search',
}: {
  label: string
  name: string
  value?: string
  type?: 'search' | 'text' | 'date'
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type={type}
          name={name}
          defaultValue={value}
          maxLength={type === 'date' ? undefined : 200}
          className={CONTROL}
        />
      )}
    </Labelled>
  )
}

/** The as-of day: a native date field and its own submit, so nothing moves while a date is being typed. */
export function AsOfForm({
  action,
  keep = [],
  label,
  submit,
  value,
  today,
}: {
  action: string
  keep?: [name: string, value: string][]
  label: string
  submit: string
  value: string
  today?: { href: string; label: string }
}) {
  return (
    <form action={action} className="no-print flex flex-wrap items-end gap-2">
      {keep.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <TextFilter label={label} name="asOf" type="date" value={value} />
      <Button look="plain">{submit}</Button>
      {today && (
        <a href={today.href} className="link inline-flex min-h-10 items-center px-2 text-sm">
          {today.label}
        </a>
      )}
    </form>
  )
}
