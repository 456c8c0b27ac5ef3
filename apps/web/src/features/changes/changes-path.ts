/** The addresses of what was changed: the history of the project with its filter, and one change-set. */
import { type ChangeMeans, changeMeans } from '@haykal/contract'

/** What the address of the history says; each part may be absent. */
export interface ChangesAddress {
  /** The id of a person. */
  readonly person?: string
  readonly model?: string
  /** A field of the model. */
  readonly field?: string
  readonly means?: ChangeMeans
  /** The first and the last day: `2026-11-21`. */
  readonly from?: string
  readonly to?: string
}

const parts = ['person', 'model', 'field', 'means', 'from', 'to'] as const

/** Reads an address; what makes no sense is left out. */
export function readChangesAddress(search: { readonly [name: string]: unknown }): ChangesAddress {
  const text = (name: (typeof parts)[number]) => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const day = (name: 'from' | 'to') => (isDay(text(name)) ? text(name) : undefined)
  const means = changeMeans.find((each) => each === text('means'))
  const model = text('model')
  return present({
    person: text('person'),
    model,
    field: model === undefined ? undefined : text('field'),
    means,
    from: day('from'),
    to: day('to'),
  })
}

/** The address with other parts; undefined takes one away, and a field goes with its model. */
export function changedAddress(
  address: ChangesAddress,
  changes: { readonly [part in keyof ChangesAddress]?: ChangesAddress[part] | undefined },
): ChangesAddress {
  const forgotten = 'model' in changes ? { field: undefined } : {}
  return present({ ...address, ...forgotten, ...changes })
}

/** The path of the history with a filter. */
export function changesPath(address: ChangesAddress = {}): string {
  const written = new URLSearchParams(
    parts.flatMap((name) => (address[name] === undefined ? [] : [[name, address[name]]])),
  ).toString()
  return `/-/changes${written === '' ? '' : `?${written}`}`
}

/** The path of one change-set. */
export function changeSetPath(id: string): string {
  return `/-/changes/${encodeURIComponent(id)}`
}

/** The day after a day: until there a day lasts. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function isDay(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`))
}

function present(
  address: { readonly [part in keyof ChangesAddress]?: ChangesAddress[part] | undefined },
): ChangesAddress {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined))
}
