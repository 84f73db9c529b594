import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'

const LOOKS = {
  info: { edge: 'border-accent', Icon: Info },
  warning: { edge: 'border-ink bg-warning-wash', Icon: TriangleAlert },
  danger: { edge: 'border-danger bg-danger-wash', Icon: TriangleAlert },
}

/** A message beside the text: a thick rule at the start, an icon, words. `role="alert"` only for what just happened. */
export function Notice({
  kind = 'info',
  title,
  role,
  children,
}: {
  kind?: keyof typeof LOOKS
  title?: string
  role?: 'alert' | 'status'
  children?: ReactNode
}) {
  const { edge, Icon } = LOOKS[kind]
  return (
    <div role={role} className={`flex gap-3 border-s-4 py-3 ps-4 pe-4 ${edge}`}>
      <Icon size={20} aria-hidden="true" className="mt-1 shrink-0" />
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}

/** The line over every page of the demonstration. */
export function DemoBanner({ text }: { text: string }) {
  return (
    <p className="border-b border-rule bg-warning-wash px-4 py-2 text-center text-sm font-medium">
      {text}
    </p>
  )
}
