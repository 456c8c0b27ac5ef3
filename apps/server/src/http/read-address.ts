/** Reads the address of a request strictly: every part decoded once, nothing guessed, nothing doubled. */
import { malformed, type Problem } from '@haykal/model'

/** The parameters of an address in their order, each name once. */
export type Parameters = ReadonlyMap<string, string>

/** The path and the query of a full URL, as they were sent. */
export function splitUrl(url: string): { readonly path: string; readonly query: string } {
  const afterScheme = url.indexOf('//') + 2
  const start = url.indexOf('/', afterScheme)
  if (start < 0) return { path: '/', query: '' }
  const hash = url.indexOf('#', start)
  const end = hash < 0 ? url.length : hash
  const question = url.indexOf('?', start)
  if (question < 0 || question > end) return { path: url.slice(start, end), query: '' }
  return { path: url.slice(start, question), query: url.slice(question + 1, end) }
}

/** The values in the places of a pattern's `{name}`s. The path must have as many parts as the pattern. Throws `malformed`. */
export function readPath(pattern: string, path: string): { readonly [name: string]: string } {
  const parts = path.split('/')
  const values: [string, string][] = []
  for (const [index, part] of pattern.split('/').entries()) {
    if (!part.startsWith('{')) continue
    const value = decode(parts[index] ?? '')
    if (value === undefined) throw malformed([{ pointer: '', code: 'malformed' }])
    values.push([part.slice(1, -1), value])
  }
  return Object.fromEntries(values)
}

/** The parameters of a query. Throws `malformed` for bad encoding and for a name that comes twice. */
export function readParameters(query: string): Parameters {
  const parameters = new Map<string, string>()
  const problems: Problem[] = []
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decodeFormText(equals < 0 ? pair : pair.slice(0, equals))
    const value = decodeFormText(equals < 0 ? '' : pair.slice(equals + 1))
    if (name === undefined || value === undefined || parameters.has(name)) {
      problems.push({ pointer: `?${name ?? ''}`, code: 'malformed' })
    } else {
      parameters.set(name, value)
    }
  }
  if (problems.length > 0) throw malformed(problems)
  return parameters
}

/** Throws `malformed` when there are parameters that nobody reads. */
export function expectNoParameters(query: string): void {
  if (query === '') return
  const unknown = [...readParameters(query).keys()]
  if (unknown.length > 0) throw malformed(unknown.map((name) => ({ pointer: `?${name}`, code: 'unknown_parameter' })))
}

function decodeFormText(text: string): string | undefined {
  return decode(text.replaceAll('+', ' '))
}

function decode(text: string): string | undefined {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text
  } catch {
    return undefined
  }
}
