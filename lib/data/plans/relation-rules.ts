import type { RelationEntry } from '@/lib/domain/literal-lists'
import type { RelationKind } from '@/lib/domain/types'
import type { CellProblem } from '@/lib/schemas/import-cells'

/** Who points to whom, by reference: the ledger with a file's rows in place of what it says of them. */
export type RelationGraph = ReadonlyMap<string, readonly RelationEntry[]>

/** Kinds that must not lead back to where they started, in the groups that the counting rules read together. */
const DIRECTED: readonly (readonly RelationKind[])[] = [
  ['duplicate_of', 'same_money'],
  ['supersedes', 'implements'],
  ['part_of'],
]

function leadsBack(graph: RelationGraph, from: string, kinds: readonly RelationKind[]): boolean {
  const seen = new Set<string>()
  const ahead = [from]
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const { kind, to } of graph.get(at) ?? []) {
      if (!kinds.includes(kind)) continue
      if (to === from) return true
      if (!seen.has(to)) ahead.push(to)
      seen.add(to)
    }
  }
  return false
}

/** What is wrong with the relations of one agreement in a graph: itself, the unknown, a second parent, a parent that is a part, a circle (method, section 9). */
export function checkRelations(
  reference: string,
  graph: RelationGraph,
  exists: (reference: string) => boolean,
): CellProblem | null {
  const relations = graph.get(reference) ?? []
  const itself = relations.find(({ to }) => to === reference)
  if (itself) return { code: 'relation_to_itself' }
  const unknown = relations.find(({ to }) => !exists(to))
  if (unknown) return { code: 'reference_unknown', values: { reference: unknown.to } }
  const circle = DIRECTED.some((kinds) => leadsBack(graph, reference, kinds))
  if (circle) return { code: 'relation_circle' }
  const parents = relations.filter(({ kind }) => kind === 'part_of')
  if (parents.length > 1) return { code: 'second_parent' }
  const parent = parents[0]?.to
  if (parent === undefined) return null
  if ((graph.get(parent) ?? []).some(({ kind }) => kind === 'part_of'))
    return { code: 'parent_is_part', values: { reference: parent } }
  const isParent = [...graph.values()].some((others) =>
    others.some(({ kind, to }) => kind === 'part_of' && to === reference),
  )
  return isParent ? { code: 'part_is_parent' } : null
}
