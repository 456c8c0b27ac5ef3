/** A record as a line of the palette: what it is called, and where the words stand that it was found by. */
import type { Titles } from '@haykal/contract'
import type { Format } from '@haykal/messages'
import { type AnyRecord, labelIn, type Model, tameDirection } from '@haykal/model'
import { recordPath } from 'haykal/web'
import { titleOfValue } from '../records/title-of-record.ts'
import { fitOf, partsOf } from './found-parts.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** What the reader reads. */
export interface Reader {
  readonly language: string
  readonly format: Format
}

/** The line of a record by its id and what it is called; `note` says more. */
export function recordEntry(
  model: Model,
  record: { readonly id: string; readonly title: string; readonly note?: string | undefined },
  { language, format }: Reader,
): PaletteEntry {
  const { id, title, note } = record
  const isNumber = model.title.kind.searchedBy === 'equals' && model.title.references === undefined
  return {
    key: `record ${model.name} ${id}`,
    text: isNumber && isDigits(title) ? format.number(title, { useGrouping: false }) : title,
    detail: labelIn(model.plural, language),
    href: recordPath(model.name, id),
    ...(note !== undefined && { note }),
    // An initial tells names apart; numbers all begin alike.
    ...(!/^[^\p{L}\p{N}]*\p{L}/u.test(title) && { icon: model.icon }),
  }
}

/** Letters that are shown before what was found, so that it is in sight. */
const before = 24

/** The first value that some of the words stand in, cut to where they stand; undefined where the title has them all, or none has any. */
export function foundIn(
  model: Model,
  found: { readonly record: AnyRecord; readonly title: string; readonly titles: Titles },
  words: readonly string[],
): string | undefined {
  if (fitOf(found.title, words) !== undefined) return undefined
  for (const field of model.fields) {
    const value = found.record[field.name] ?? null
    if (!field.isSearchable || field === model.title || value === null) continue
    const parts = partsOf(titleOfValue(field, value, found.titles).replace(/\s+/g, ' '), words)
    const [first, ...rest] = parts
    if (!first || !parts.some(({ isFound }) => isFound)) continue
    const start = first.isFound || first.text.length <= before ? first.text : `…${first.text.slice(-before)}`
    // Cut, it may close what it does not open any more.
    return tameDirection([start, ...rest.map(({ text }) => text)].join(''))
  }
  return undefined
}

function isDigits(text: string): text is `${number}` {
  return /^\d{1,18}$/.test(text)
}
