/** The address of who may do what: the model that is looked at, and the question that is asked, for whoever it is sent to. */
import type { AccessQuery } from '@haykal/contract'

/** What the address says; each part may be absent. */
export type AccessAddress = { readonly [part in keyof AccessQuery]?: AccessQuery[part] | undefined }

const parts = ['model', 'person', 'role', 'act', 'id', 'field'] as const
const acts = ['read', 'create', 'edit', 'remove'] as const

/** The acts in the order in which they are offered. */
export const askedActs: readonly AccessQuery['act'][] = acts

/** Reads an address; what makes no sense is left out. */
export function readAccessAddress(search: { readonly [name: string]: unknown }): AccessAddress {
  const given = parts.flatMap((name) => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  const { act, person, role, ...rest } = Object.fromEntries(given) as {
    readonly [name in (typeof parts)[number]]?: string
  }
  const known = acts.find((each) => each === act)
  // Of one of them: a person is asked about as who they are, whatever their role.
  const who = person === undefined ? { ...(role !== undefined && { role }) } : { person }
  return { ...rest, ...who, ...(known && { act: known }) }
}

/** Writes an address. */
export function accessPath(address: AccessAddress = {}): string {
  const written = new URLSearchParams(
    parts.flatMap((name) => (address[name] === undefined ? [] : [[name, address[name]]])),
  ).toString()
  return `/-/access${written === '' ? '' : `?${written}`}`
}

/** The question that an address asks of a model; undefined while nobody is asked about. */
export function questionOf(address: AccessAddress, model: string): AccessQuery | undefined {
  const { person, role, act = 'read', id, field } = address
  if (person === undefined && role === undefined) return undefined
  return {
    ...(person === undefined ? { role: role ?? '' } : { person }),
    act,
    model,
    // What is not there yet cannot be pointed to.
    ...(id !== undefined && act !== 'create' && { id }),
    ...(field !== undefined && act !== 'remove' && { field }),
  }
}
