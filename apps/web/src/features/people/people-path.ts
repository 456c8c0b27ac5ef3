/** The addresses of people: the list, a person beside it, and a new one. */
import type { PeopleSearch } from './people-options.ts'

/** The person who is not there yet. */
export const newPerson = 'new'

/** What the address of the page says. */
export interface PeopleAddress extends PeopleSearch {
  /** The id of the person who is open, or `new`; absent: nobody. */
  readonly person?: string
}

/** Writes an address. */
export function peoplePath(address: PeopleAddress = {}): string {
  const written = new URLSearchParams(Object.entries(address).filter(([, text]) => text !== '')).toString()
  return `/-/settings/people${written === '' ? '' : `?${written}`}`
}
