/** Checks the envelope of a body against the contract: the keys and their types, as the values inside are the core's affair. */
import type { bodies } from '@haykal/contract/envelopes'
import { type Json, malformed, type Problem, pointerTo } from '@haykal/model'
import type { core } from 'zod'

type Envelopes = typeof bodies

/** The body as its endpoint takes it. Throws `malformed` with every problem at once. */
export function readEnvelope<Name extends keyof Envelopes>(
  envelope: Envelopes[Name],
  body: Json,
): core.output<Envelopes[Name]> {
  const read = envelope.safeParse(body)
  if (read.success) return read.data as core.output<Envelopes[Name]>
  throw malformed(read.error.issues.flatMap((issue) => problemsOf(issue, body)))
}

function problemsOf(issue: core.$ZodIssue, body: Json): Problem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part))
  const pointer = pointerTo(...path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: pointerTo(...path, key), code: 'unknown_field' }))
    case 'too_big':
      return [
        { pointer, code: issue.origin === 'string' ? 'too_long' : 'too_large', params: { max: Number(issue.maximum) } },
      ]
    case 'too_small':
      return issue.origin === 'number'
        ? [{ pointer, code: 'too_small', params: { min: Number(issue.minimum) } }]
        : [{ pointer, code: 'required' }]
    case 'invalid_type':
      return [
        isAbsent(body, path)
          ? { pointer, code: 'required' }
          : { pointer, code: 'wrong_type', params: { expected: issue.expected } },
      ]
    case 'invalid_value':
    case 'custom':
      return [{ pointer, code: 'not_an_option' }]
    default:
      return [{ pointer, code: 'malformed' }]
  }
}

function isAbsent(body: Json, path: readonly (string | number)[]): boolean {
  const [name] = path
  return path.length === 1 && typeof body === 'object' && body !== null && !Object.hasOwn(body, String(name))
}
