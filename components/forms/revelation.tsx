import type { FormState } from './form-state'

/** What is shown once, to be copied: selectable, left to right in every language. */
export function Revelation({ revealed, picture }: Pick<FormState, 'revealed' | 'picture'>) {
  return (
    <div className="grid justify-items-start gap-5 border border-rule-strong bg-raised p-4">
      {picture && (
        <svg
          viewBox={`-4 -4 ${picture.size + 8} ${picture.size + 8}`}
          role="img"
          aria-label={picture.label}
          className="w-48"
        >
          {/* Its own white, margin included: on a dark page a camera would find nothing. */}
          <rect x="-4" y="-4" width="100%" height="100%" fill="white" />
          <path d={picture.path} fill="black" />
        </svg>
      )}
      {revealed.map(({ label, values }) => (
        <div key={label} className="grid min-w-0 gap-1">
          <p className="text-xs font-semibold text-soft">{label}</p>
          <ul dir="ltr" className="flex flex-wrap gap-x-6 gap-y-1 text-start">
            {values.map((value) => (
              <li key={value} className="font-mono text-sm break-all select-all">
                {value}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
