/** Who may do what, for owners: the rules of a model role by role, and why somebody may or may not do something. */
import { type Auth, meOf, meOfRole } from '@haykal/auth'
import type { AccessQuery, AskedPerson } from '@haykal/contract'
import { accessParameters } from '@haykal/contract/envelopes'
import { HaykalError, invalid, malformed, type Problem, type ToldAbout, type Viewer } from '@haykal/model'
import { explainAccess, explainRights, type RecordsCore } from '@haykal/records'
import type { core as zod } from 'zod'
import type { Handlers } from '../http/asked.ts'
import type { Parameters } from '../http/read-address.ts'
import { parameterProblems } from '../http/read-list-query.ts'
import type { State } from './state.ts'

/** The handlers of access. */
export function accessHandlers({
  auth,
  records,
}: Pick<State, 'auth' | 'records'>): Pick<Handlers, 'askWhy' | 'readRights'> {
  const roles = [...auth.declared.roleNames, 'public']
  return {
    async readRights({ viewer, path: { model } }) {
      return { reply: { roles: await explainRights(await records(), { model, roles }, viewer) } }
    },
    async askWhy({ viewer: listener, parameters }) {
      const query = readQuery(parameters)
      const core = await records()
      const asked = await readAsked(auth, query)
      const problems = [...(asked ? [] : [problemOfAsked(query)]), ...problemsOfPlace(core, query, listener)]
      if (!asked || problems.length > 0) throw invalid(problems)
      const { person, ...rest } = asked
      const answer = await explainAccess(core, { ...query, ...rest }, listener).catch(noSuchRecord)
      const closed = query.act === 'read' ? undefined : core.closedOf(query.model)
      return { reply: { ...answer, ...(person && { person }), ...(closed === undefined ? {} : { closed }) } }
    },
  }
}

/** The question as it stands in the address. Throws `malformed` with everything that is wrong with its form. */
function readQuery(parameters: Parameters): AccessQuery {
  const read = accessParameters.safeParse(Object.fromEntries(parameters))
  const problems = read.success ? [] : read.error.issues.flatMap((issue) => problemsOfIssue(issue, parameters))
  // One person or one role: none is no question, and both are two.
  const isBoth = parameters.has('person') && parameters.has('role')
  if (isBoth || !(parameters.has('person') || parameters.has('role')))
    problems.push({ pointer: '?person', code: isBoth ? 'not_an_option' : 'required' })
  if (!read.success || problems.length > 0) throw malformed(problems)
  const { act, model, ...others } = read.data
  const given = Object.entries(others).filter(([, value]) => value !== undefined)
  return { act, model, ...Object.fromEntries(given) }
}

function problemsOfIssue(issue: zod.$ZodIssue, parameters: Parameters): readonly Problem[] {
  const name = String(issue.path[0] ?? '')
  if (name === '' || issue.code === 'too_big') return parameterProblems(issue)
  return [{ pointer: `?${name}`, code: parameters.has(name) ? 'not_an_option' : 'required' }]
}

/** Who is asked about, as rules know them. */
interface Asked {
  readonly viewer: Viewer
  readonly about: ToldAbout
  readonly person?: AskedPerson
}

/** Undefined: nobody has this id, or there is no such role. */
async function readAsked(
  { roster, declared }: Auth,
  { person: id, role = '' }: AccessQuery,
): Promise<Asked | undefined> {
  if (id === undefined) {
    const isRole = role === 'public' || declared.roleNames.includes(role)
    const viewer = { id: null, role, me: meOfRole(declared, role) }
    return isRole ? { viewer, about: { type: 'role' } } : undefined
  }
  const found = await roster.read(id).catch(isMissing)
  return (
    found && {
      viewer: { id: found.id, role: found.role, me: meOf(declared, found) },
      about: { type: 'person', name: found.name },
      person: { id: found.id, name: found.name, isSuspended: found.suspendedAt !== null },
    }
  )
}

function problemOfAsked({ person }: AccessQuery): Problem {
  return person === undefined
    ? { pointer: '?role', code: 'not_an_option' }
    : { pointer: '?person', code: 'no_such_record' }
}

/** What the owner who asks may not know of is not there. */
function problemsOfPlace({ access }: RecordsCore, { model, field }: AccessQuery, listener: Viewer): readonly Problem[] {
  const visible = access.for(listener).model(model)
  if (!visible) return [{ pointer: '?model', code: 'not_an_option' }]
  return field === undefined || visible.field(field) ? [] : [{ pointer: '?field', code: 'unknown_field' }]
}

function isMissing(error: unknown): undefined {
  if (error instanceof HaykalError && error.code === 'not_found') return undefined
  throw error
}

/** Everything else of the question was found before. */
function noSuchRecord(error: unknown): never {
  isMissing(error)
  throw invalid([{ pointer: '?id', code: 'no_such_record' }])
}
