/** Who a request comes from, as the rest of the server may know them: a person, or an owner who looks as somebody else. */
import {
  type Auth,
  type DeclaredPeople,
  meOf,
  meOfRole,
  type SessionPerson,
  type Person as SignedInPerson,
} from '@haykal/auth'
import type { OfferedRole, Person, ViewedAs } from '@haykal/contract'
import { nobody, type Viewer } from '@haykal/model'

/** Somebody with a session. */
export interface Visitor {
  readonly viewer: Viewer
  /** As whom everything is answered; absent: as nobody, when the person looked at is gone. */
  readonly person?: Person
  /** Present: it is an owner who looks as somebody else, and may change nothing. */
  readonly viewing?: ViewedAs
}

/** Reads whose session a token is. */
export function createVisitors({ readSession, declared }: Pick<Auth, 'readSession' | 'declared'>) {
  const viewerOf = (person: SignedInPerson): Viewer => ({
    id: person.id,
    role: person.role,
    me: meOf(declared, person),
  })
  return async (token: string): Promise<Visitor | undefined> => {
    const session = await readSession(token)
    if (!session) return undefined
    const { viewing } = session
    switch (viewing?.as) {
      case undefined:
        return { viewer: viewerOf(session), person: onWire(session) }
      case 'person':
        return {
          viewer: viewerOf(viewing.person),
          person: onWire(viewing.person),
          viewing: { name: viewing.person.name },
        }
      case 'role':
        return {
          viewer: { id: null, role: viewing.role, me: meOfRole(declared, viewing.role) },
          person: { id: '', name: viewing.role, email: '', role: viewing.role },
          viewing: { role: offeredRole(declared, viewing.role) },
        }
      case 'gone':
        return { viewer: nobody, viewing: {} }
    }
  }
}

/** What travels of a person: groups and attributes are for rules, and stay here. */
export function onWire({ id, name, email, role }: SignedInPerson | SessionPerson): Person {
  return { id, name, email, role }
}

/** A role as people read it: those of the project's own come with their label. */
export function offeredRole({ roles }: DeclaredPeople, name: string): OfferedRole {
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined
  return { name, ...(role === undefined ? {} : { label: role.label }) }
}
