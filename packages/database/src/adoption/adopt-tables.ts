/** Takes every object of a database that somebody else made for what it most likely is, and says what is doubtful about each. */
import type { AdoptedObject, Adoption, Doubt } from '@haykal/model'
import type { Database, TableSample, TableShape } from '../engine.ts'
import { type AdoptedTable, type KnownTable, knownTable } from './adopted-table.ts'
import { guessTableKey, guessViewKey, type KeyGuess } from './guess-key.ts'
import { type GuessedModel, guessModel } from './guess-model.ts'
import { modelNames } from './guess-names.ts'
import { inOrder } from './guess-order.ts'
import {
  type AdoptedTables,
  countDangling,
  guessRelations,
  guessViewRelations,
  type RelationGuesses,
} from './guess-relations.ts'
import { guessKind, type KindGuess } from './kinds/guess-kind.ts'
import { withoutBesideTables } from './without-beside-tables.ts'

/** How many rows are looked at from either end of a table: fewer of each where there are many tables, and of very wide ones. */
const looked = { least: 25, most: 200, ofAll: 5_000, leastOfWide: 20, valuesOfTable: 10_000 } as const

/** Reads the objects of a database, looks at some rows of each and describes each as a model. Writes nothing; throws only where the database itself cannot be read. */
export async function adoptTables(database: Database): Promise<Adoption> {
  const shapes = withoutBesideTables(await database.engine.introspect(database.queries))
  const shown = shapes.filter(
    ({ broken, shadowOf, columns }) => broken === undefined && shadowOf === undefined && columns.length > 0,
  )
  const names = modelNames(shown.map(({ name }) => name))
  const most = Math.min(looked.most, Math.max(looked.least, Math.floor(looked.ofAll / shown.length)))
  const known: KnownTable[] = []
  for (const shape of shown)
    known.push(knownTable(shape, names.get(shape.name) ?? shape.name, await sampleOf(database, shape, most)))

  const tables = new Map<string, AdoptedTable>()
  for (const table of known.filter(({ shape }) => shape.kind !== 'view')) {
    tables.set(table.shape.name, adopted(table, await keyOf(database, table), kindsOf(table, tables)))
  }
  const views = known
    .filter(({ shape }) => shape.kind === 'view')
    .map((view) => adopted(view, guessViewKey(view, tables), kindsOf(view, tables)))

  const pointers = new Map<string, RelationGuesses>()
  for (const table of tables.values())
    pointers.set(table.shape.name, await pointersOf(database, table, { tables, isThere: (name) => names.has(name) }))
  const relationsOf = (name: string) => pointers.get(name)?.relations ?? new Map()
  for (const view of views) {
    const relations = guessViewRelations(view, tables, relationsOf)
    pointers.set(view.shape.name, { relations, references: [], doubts: [] })
  }

  const models = [...tables.values(), ...views].map((table) => {
    const { relations, references, doubts } = pointers.get(table.shape.name) ?? nothingPointed
    const guessed = guessModel(table, { relations, references })
    const pointsTo = [...[...relations.values()], ...references].map(({ to }) => to)
    return { ...guessed, table, pointsTo, rows: table.rows, doubts: doubtsOf(table, guessed, { doubts, relations }) }
  })
  return {
    isLoose: database.engine.codec.oddities !== undefined,
    guesses: inOrder(models).map(({ definition, alternatives }) => ({ definition, alternatives })),
    objects: shapes.map((shape) =>
      objectOf(
        shape,
        models.find(({ table }) => table.shape === shape),
      ),
    ),
  }
}

const nothingPointed: RelationGuesses = { relations: new Map(), references: [], doubts: [] }

/** Guesses would change from one time to the next if a lock were taken for something that a table cannot do. */
function throwBusy({ engine }: Database, error: unknown): void {
  if (engine.explainRefusal(error)?.reason === 'busy') throw error
}

/** Nothing is known of what cannot be read: a damaged page, a module that fails, a view that takes too long. */
async function sampleOf(database: Database, shape: TableShape, most: number): Promise<TableSample | undefined> {
  try {
    const rows = Math.min(most, Math.max(looked.leastOfWide, Math.floor(looked.valuesOfTable / shape.columns.length)))
    return await database.engine.sample?.(database.queries, shape, rows)
  } catch (error) {
    throwBusy(database, error)
    return undefined
  }
}

/** Modules that store rows under numbers of their own (https://www.sqlite.org/fts5.html, https://www.sqlite.org/rtree.html); others may number them anew for each question. */
const keepsRowNumbers = /^(fts[345]|rtree|rtree_i32|geopoly)$/i

async function keyOf(database: Database, table: KnownTable): Promise<KeyGuess> {
  const { kind, rowNumber, module = '' } = table.shape
  if (kind === 'virtual' && (rowNumber === undefined || !keepsRowNumbers.test(module))) {
    return { columns: [], isRowNumber: false, doubts: [{ code: 'no_key' }] }
  }
  try {
    return await guessTableKey(database, table)
  } catch (error) {
    throwBusy(database, error)
    return {
      columns: table.shape.key,
      isRowNumber: false,
      doubts: table.shape.key.length > 0 ? [] : [{ code: 'no_key' }],
    }
  }
}

function kindsOf(table: KnownTable, tables: AdoptedTables): ReadonlyMap<string, KindGuess> {
  return new Map(
    table.columns.map((column) => {
      const { name, origin } = column
      const field = table.fieldOf(name)
      const known = origin && tables.get(origin.table)
      if (known) return [name, { ...known.kindOf(origin.column), doubts: [] }]
      const guess = guessKind({ column, field, look: table.look(name) })
      // Nobody declares the columns of views and virtual tables, and nobody writes them.
      return [name, table.shape.kind === 'table' ? guess : { ...guess, doubts: [] }]
    }),
  )
}

function adopted(table: KnownTable, key: KeyGuess, kinds: ReadonlyMap<string, KindGuess>): AdoptedTable {
  const unknown: KindGuess = { field: { kind: 'text' }, alternatives: [], doubts: [] }
  return { ...table, key, kindOf: (column) => kinds.get(column) ?? unknown }
}

async function pointersOf(
  database: Database,
  table: AdoptedTable,
  { tables, isThere }: { readonly tables: AdoptedTables; readonly isThere: (name: string) => boolean },
): Promise<RelationGuesses> {
  const guesses = guessRelations(table, tables, isThere)
  try {
    const dangling = await countDangling(database, table, { relations: guesses.relations, tables })
    return { ...guesses, doubts: [...guesses.doubts, ...dangling] }
  } catch (error) {
    throwBusy(database, error)
    return guesses
  }
}

function doubtsOf(
  { shape, model, columns, key, kindOf, fieldOf }: AdoptedTable,
  guessed: GuessedModel,
  { doubts, relations }: Pick<RelationGuesses, 'doubts' | 'relations'>,
): readonly Doubt[] {
  const computed = columns.filter(({ isComputed }) => isComputed).map(({ name }) => fieldOf(name))
  return [
    ...(shape.kind === 'view'
      ? [{ code: 'view_read_only', params: { tables: (shape.readsFrom ?? []).join(', ') } } as const]
      : []),
    ...(shape.kind === 'virtual'
      ? [{ code: 'virtual_read_only', params: { module: shape.module ?? '' } } as const]
      : []),
    ...(model === shape.name ? [] : [{ code: 'renamed', params: { from: shape.name, to: model } } as const]),
    ...guessed.doubts,
    ...(shape.kind === 'virtual'
      ? key.doubts.filter(({ code }) => code !== 'key_is_row_number' && code !== 'no_key')
      : key.doubts),
    ...(columns.length < shape.columns.length
      ? [{ code: 'too_many_columns', params: { count: shape.columns.length } } as const]
      : []),
    ...doubts,
    ...columns.filter(({ name }) => !relations.has(name)).flatMap(({ name }) => kindOf(name).doubts),
    ...columns
      .filter(({ isUnsortable }) => isUnsortable)
      .map(({ name }): Doubt => ({ code: 'not_sortable', params: { field: fieldOf(name) } })),
    ...(computed.length > 0 ? [{ code: 'computed', params: { fields: computed.join(', ') } } as const] : []),
    ...(shape.triggers.length > 0 ? [{ code: 'triggers', params: { names: shape.triggers.join(', ') } } as const] : []),
  ]
}

function objectOf(
  shape: TableShape,
  model: { readonly definition: { readonly name: string }; readonly doubts: readonly Doubt[] } | undefined,
): AdoptedObject {
  const { name, broken, shadowOf } = shape
  const type = shadowOf === undefined ? shape.kind : 'shadow'
  if (model) return { name, type, model: model.definition.name, doubts: model.doubts }
  if (shadowOf !== undefined) return { name, type, doubts: [{ code: 'shadow', params: { of: shadowOf } }] }
  return { name, type, doubts: [{ code: 'broken', params: { words: broken ?? 'no columns' } }] }
}
