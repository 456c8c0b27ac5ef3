/**
 * Puts the models in the order in which people look for them:
 * 1. what they work with: tables that are none of the following;
 * 2. details, which are seen on the page of what they belong to: named as lines, items, entries, details or positions of something that they point to;
 * 3. lookups: at most 50 rows of at most three fields, pointing to nothing, pointed to by others;
 * 4. views and virtual tables;
 * 5. what is left out of the sidebar: junctions, bookkeeping.
 * Within each, tables with no row at all come last, the others by the alphabet.
 */
import type { ModelDefinition } from '@haykal/model'
import { wordsOfName } from './words-of-name.ts'

/** A model with what its place depends on. */
export interface PlacedModel {
  readonly definition: ModelDefinition
  /** The models that it points to. */
  readonly pointsTo: readonly string[]
  readonly rows: { readonly count: number; readonly mostRows: number }
}

/** The models in the order of the sidebar. */
export function inOrder<Placed extends PlacedModel>(models: readonly Placed[]): readonly Placed[] {
  const shown = models.filter(({ definition }) => definition.hidden !== true)
  const pointedTo = new Set(
    shown.flatMap(({ definition, pointsTo }) => pointsTo.filter((name) => name !== definition.name)),
  )
  const ranked = models.map((model) => ({ model, rank: rankOf(model, pointedTo) }))
  return ranked
    .sort((a, b) => a.rank - b.rank || compareNames(a.model.definition.name, b.model.definition.name))
    .map(({ model }) => model)
}

const detailWords = new Set('line lines item items detail details entry entries position positions row rows'.split(' '))

function rankOf({ definition, pointsTo, rows }: PlacedModel, pointedTo: ReadonlySet<string>): number {
  const { name, fields, hidden, source } = definition
  const isEmpty = rows.count === 0 && rows.mostRows === 0 ? 0.5 : 0
  if (hidden === true) return 5
  if (source !== undefined) return 4
  const isDetail = pointsTo.length > 0 && detailWords.has(wordsOfName(name).at(-1) ?? '')
  if (isDetail) return 2 + isEmpty
  const isLookup =
    pointsTo.length === 0 && pointedTo.has(name) && rows.mostRows <= 50 && Object.keys(fields).length <= 3
  return (isLookup && rows.mostRows > 0 ? 3 : 1) + isEmpty
}

const alphabet = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function compareNames(a: string, b: string): number {
  return alphabet.compare(a, b) || (a < b ? -1 : 1)
}
