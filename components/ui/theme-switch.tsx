import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'

export const THEMES = ['light', 'system', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const ICONS = { light: Sun, system: Monitor, dark: Moon }

/** Three buttons of one form, so the choice also works before or without JavaScript. */
export function ThemeSwitch({
  current,
  label,
  names,
  action,
}: {
  current: Theme
  label: string
  names: Record<Theme, string>
  action: (form: FormData) => Promise<void>
}) {
  return (
    <form action={action} aria-label={label} className="flex">
      {THEMES.map((theme) => {
        const Icon = ICONS[theme]
        return (
          <button
            type="submit"
            key={theme}
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            title={names[theme]}
            className={`p-2 ${theme === current ? 'text-ink' : 'text-faint hover:text-ink'}`}
          >
            <Icon size={17} strokeWidth={theme === current ? 2.4 : 1.75} aria-hidden="true" />
            <span className="sr-only">{names[theme]}</span>
          </button>
        )
      })}
    </form>
  )
}
