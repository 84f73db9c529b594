import type { FieldSpec } from '@/components/forms/action-form'
import { REGIONS, type Region, ROLES, type Role } from '@/lib/domain/types'

/** The choice of a role and of the region in which an account may write. */
export function roleFields(
  words: {
    role: string
    region: string
    allRegions: string
    roleName: (role: Role) => string
    regionName: (region: Region) => string
  },
  chosen: { role: Role; region: Region | null },
): FieldSpec[] {
  const places = REGIONS.filter((code) => /^MA-\d/.test(code)) // the country and "several" are no region of a centre
  return [
    {
      name: 'role',
      label: words.role,
      value: chosen.role,
      options: ROLES.map((role) => ({ value: role, label: words.roleName(role) })),
    },
    {
      name: 'region',
      label: words.region,
      value: chosen.region ?? '',
      options: [
        { value: '', label: words.allRegions },
        ...places.map((code) => ({ value: code, label: words.regionName(code) })),
      ],
    },
  ]
}
