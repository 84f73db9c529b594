import { THEMES, type Theme } from '@/components/ui/theme-switch'

export const THEME_COOKIE = 'theme'

/** The appearance a reader chose; "system" when they chose none, or when the cookie holds something else. */
export function themeOf(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system'
}
