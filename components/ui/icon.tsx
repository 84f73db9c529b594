/** The icons that rows repeat. Their drawings stand once in public/icons.svg: a page of 250 icons carries only their names. */
export const ICONS = [
  'arrow-up-right',
  'badge-check',
  'calendar-clock',
  'calendar-off',
  'calendar-x',
  'chevron-down',
  'chevrons-up',
  'circle-check',
  'circle-check-big',
  'circle-dashed',
  'circle-dot',
  'circle-off',
  'circle-pause',
  'circle-stop',
  'circle-x',
  'clock',
  'clock-9',
  'file-check',
  'flag',
  'history',
  'hourglass',
  'info',
  'megaphone',
  'message-square',
  'pen-line',
  'replace',
  'ruler',
  'shield-check',
  'timer-off',
  'trending-down',
  'triangle-alert',
  'undo-2',
] as const
export type IconName = (typeof ICONS)[number]

/** An icon beside the words that say the same; it has the size and colour of its class. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" {...(className && { className })}>
      <use href={`/icons.svg#${name}`} />
    </svg>
  )
}
