import type { z } from 'zod'
import type { Problem } from '@/lib/errors'

type Issue = z.core.$ZodIssue

/** The parameters of a custom Zod issue that name a problem of our own. */
export function coded(code: string, values?: Problem['values']) {
  return { params: { code, values } }
}

/** The same for a refinement of one field: the rules between fields wait until it is right. */
export function refused(code: string) {
  return { ...coded(code), abort: true }
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

// Of a union, report the branch that the input was meant for: one that fails deeper than on its type.
function meantBranch(errors: readonly Issue[][]): Issue[] {
  const deeper = errors.find(
    (branch) => !branch.some((i) => i.code === 'invalid_type' && !i.path.length),
  )
  return deeper ?? errors[0] ?? []
}

// Zod repeats the input only when a parse asks for it (reportInput); its message of a wrong type tells absence too.
function isAbsent(issue: Issue): boolean {
  return 'input' in issue ? issue.input === undefined : issue.message.endsWith('received undefined')
}

function problemOf(issue: Issue, path: string): Problem {
  if (isAbsent(issue)) return { path, code: 'required' }
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return { path, code: 'not_whole' }
      return { path, code: 'wrong_type', values: { expected: issue.expected } }
    case 'invalid_value':
      return { path, code: 'not_one_of', values: { allowed: issue.values.join(', ') } }
    case 'too_small':
      if (issue.origin === 'array') return { path, code: 'required' }
      return { path, code: 'below_minimum', values: { minimum: Number(issue.minimum) } }
    case 'too_big':
      if (issue.origin === 'array')
        return { path, code: 'too_many', values: { maximum: Number(issue.maximum) } }
      return { path, code: 'above_maximum', values: { maximum: Number(issue.maximum) } }
    case 'custom':
      return { path, code: String(issue.params?.code ?? 'invalid'), ...valuesOf(issue.params) }
    default:
      return { path, code: 'invalid' }
  }
}

function valuesOf(params: Record<string, unknown> | undefined): Pick<Problem, 'values'> {
  const values = params?.values
  return values ? { values: values as Problem['values'] } : {}
}

function problemsIn(issues: readonly Issue[], base: readonly PropertyKey[]): Problem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'invalid_union') return problemsIn(meantBranch(issue.errors), path)
    if (issue.code !== 'unrecognized_keys') return [problemOf(issue, dotted(path))]
    return issue.keys.map((key) => ({ path: dotted([...path, key]), code: 'unknown_field' }))
  })
}

/** What the Zod error of a parse with reportInput says as located problems: dotted paths such as `commitment.versions.0.due`, codes of the `errors` messages. */
export function problemsOf(error: z.ZodError): Problem[] {
  return problemsIn(error.issues, [])
}
