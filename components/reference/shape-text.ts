import type { Shape } from '@/lib/schemas/operations'

const COMPONENT = '#/components/schemas/'
const MOST_CODES = 12

/** The shape that another one names; null when it says itself what it is. */
export function namedBy({ $ref }: Shape): string | null {
  return $ref?.startsWith(COMPONENT) ? $ref.slice(COMPONENT.length) : null
}

function codes(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_CODES).map((value) => JSON.stringify(value))
  return [...shown, ...(values.length > MOST_CODES ? ['…'] : [])].join(' | ')
}

/** What a value is, in one line, in the words of JSON Schema: the same in every language. */
export function shapeText(shape: Shape): string {
  const named = namedBy(shape)
  if (named !== null) return named
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum) return codes(shape.enum)
  const branches = shape.anyOf ?? shape.oneOf
  if (branches) return [...new Set(branches.map(shapeText))].join(' | ')
  if (shape.prefixItems) return `[${shape.prefixItems.map(shapeText).join(', ')}]`
  if (shape.type === 'array') return `array of ${shape.items ? shapeText(shape.items) : 'any'}`
  const types = Array.isArray(shape.type) ? shape.type.join(' | ') : (shape.type ?? 'any')
  return shape.format ? `${types} (${shape.format})` : types
}

/** The members of a value, also of the items of a list or of the one branch that has any. */
export function membersOf(shape: Shape): [name: string, shape: Shape, required: boolean][] {
  if (shape.properties)
    return Object.entries(shape.properties).map(([name, member]) => [
      name,
      member,
      shape.required?.includes(name) ?? false,
    ])
  const inner =
    shape.items ?? (shape.anyOf ?? shape.oneOf)?.find((one) => membersOf(one).length > 0)
  return inner ? membersOf(inner) : []
}
