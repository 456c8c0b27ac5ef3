/** People over HTTP, for owners: who may sign in, as what, and the one-time addresses that they are handed. */
import { fillPath, type ListedPerson } from '@haykal/contract'
import { peopleParameters } from '@haykal/contract/envelopes'
import { malformed } from '@haykal/model'
import type { Handlers } from '../http/asked.ts'
import { passwordAddress } from '../http/password-address.ts'
import type { Parameters } from '../http/read-address.ts'
import { parameterProblems } from '../http/read-list-query.ts'
import { offeredRole } from '../http/visitor.ts'
import type { State } from './state.ts'

type PeopleHandlers = Pick<
  Handlers,
  | 'describePeople'
  | 'listPeople'
  | 'createPerson'
  | 'readPerson'
  | 'editPerson'
  | 'removePerson'
  | 'suspendPerson'
  | 'resumePerson'
  | 'resetPassword'
  | 'endSessions'
>

/** People a page. */
const pageSize = 50

/** The handlers of people. */
export function peopleHandlers({ auth }: Pick<State, 'auth'>): PeopleHandlers {
  const { roster, declared } = auth
  const replyOf = (person: ListedPerson) => ({ reply: { person } })
  return {
    async describePeople() {
      const roles = declared.roleNames.map((name) => offeredRole(declared, name))
      const attributes = Object.fromEntries(declared.attributes.map(({ name, options }) => [name, options]))
      return { reply: { roles, attributes, groups: await roster.groups() } }
    },
    async listPeople({ parameters }) {
      const query = readPeopleQuery(parameters)
      const { people, count } = await roster.list(query)
      const end = query.offset + people.length
      return { reply: { data: people, meta: { count, next: end < count ? end : null } } }
    },
    async createPerson({ body }) {
      const { person, link } = await roster.create(body)
      const location = fillPath('/api/v1/-/people/{id}', { id: person.id })
      return { status: 201, reply: { person, link: passwordAddress(link) }, headers: { Location: location } }
    },
    readPerson: async ({ path }) => replyOf(await roster.read(path.id)),
    editPerson: async ({ path, body }) => replyOf(await roster.edit(path.id, body)),
    async removePerson({ path }) {
      await roster.remove(path.id)
      return { reply: undefined }
    },
    suspendPerson: async ({ path }) => replyOf(await roster.suspend(path.id)),
    resumePerson: async ({ path }) => replyOf(await roster.resume(path.id)),
    resetPassword: async ({ path }) => ({ reply: { link: passwordAddress(await roster.resetPassword(path.id)) } }),
    async endSessions({ path }) {
      await roster.endSessions(path.id)
      return { reply: undefined }
    },
  }
}

function readPeopleQuery(parameters: Parameters) {
  const read = peopleParameters.safeParse(Object.fromEntries(parameters))
  if (!read.success) throw malformed(read.error.issues.flatMap(parameterProblems))
  const { q, group, limit = String(pageSize), offset = '0' } = read.data
  const size = Number(limit)
  if (size < 1 || size > 500) {
    const code = size < 1 ? 'too_small' : 'too_large'
    throw malformed([{ pointer: '?limit', code, params: size < 1 ? { min: 1 } : { max: 500 } }])
  }
  return {
    ...(q === undefined ? {} : { q }),
    ...(group === undefined ? {} : { group }),
    limit: size,
    offset: Number(offset),
  }
}
