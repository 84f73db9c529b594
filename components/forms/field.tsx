import { type ReactNode, useId } from 'react'

export const CONTROL =
  'min-h-10 w-full min-w-0 rounded-xs border bg-raised px-2.5 py-1.5 text-sm hover:border-ink'

export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  className: string
}

/** Label, hint and error of one control, wired once. `note` says how the text is understood: it takes the hint's place. */
export function Field({
  id: given,
  label,
  hint,
  error,
  note,
  className = '',
  children,
}: {
  id?: string
  label: ReactNode
  hint?: string
  error?: string
  note?: ReactNode
  className?: string
  children: (control: ControlProps) => ReactNode
}) {
  const own = useId()
  const id = given ?? own
  const described = [error && `${id}-error`, note ? `${id}-note` : hint && `${id}-hint`]
  return (
    <div
      className={`grid min-w-0 content-start gap-1 ${error ? 'border-s-4 border-danger ps-3' : ''} ${className}`}
    >
      <label htmlFor={id} className="text-xs font-semibold text-soft">
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
        className: `${CONTROL} ${error ? 'border-danger' : 'border-rule-strong'}`,
      })}
      {note && <div id={`${id}-note`}>{note}</div>}
      {hint && !note && (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      )}
    </div>
  )
}
