/** Which indexes the lists of a model need: what they look up, what they are sorted by, and what they show. */
import { isDerived, type Model, type ModelField, type SortTerm } from '@haykal/model'
import { orderColumns } from '../records/order-key.ts'

/** An index. */
export interface WantedIndex {
  readonly columns: readonly string[]
  /** Those of them that run downwards; absent: none. */
  readonly descending?: readonly string[]
  /** Those of them that may be empty; absent: it makes no difference. */
  readonly nullable?: readonly string[]
  readonly isUnique: boolean
}

/** All indexes of a model of ours, each once. */
export function wantedIndexes(model: Model): readonly WantedIndex[] {
  const keyColumns = model.key.map((field) => field.columnName)
  const unique = [
    ...storedFields(model)
      .filter((field) => field.isUnique)
      .map((field) => [field]),
    ...model.uniques,
  ]
  const related = storedFields(model).filter(
    (field) => field.references !== undefined && !field.isUnique && !field.isKey,
  )
  const sorted = model.sort
    .slice(0, 1)
    .map((term) => term.field)
    .filter((field) => !field.isUnique && !field.isKey && !isDerived(field) && !related.includes(field))
    .filter((field) => !field.hasOrderKey)
  const wanted = [
    ...unique.map((fields) => ({ columns: fields.map((field) => field.columnName), isUnique: true })),
    ...related.map((field) => ({ columns: [field.columnName, ...keyColumns], isUnique: false })),
    ...sorted.map((field) => ({
      columns: [field.columnName, ...keyColumns],
      nullable: field.isRequired ? [] : [field.columnName],
      isUnique: false,
    })),
    ...sortedAsWords(model).map((field) => orderIndex(sortedColumns([{ field, descending: false }]), keyColumns)),
    ...model.indexes.flatMap((terms) => termIndexes(terms, keyColumns)),
  ]
  return [...wanted, ...listIndexes(model, wanted)]
}

/** Indexes of what a list shows, besides those that there are anyway: more would cost writes more than they are worth. */
const mostListIndexes = 8

/** The indexes by which a list is sorted by its columns and filtered by those that hold few different values. */
function listIndexes(model: Model, others: readonly WantedIndex[]): readonly WantedIndex[] {
  if (!model.keepsListIndexes) return []
  const keyColumns = model.key.map((field) => field.columnName)
  const [firstTerm] = model.sort
  const columns = model.columns.filter((field) => isListed(model, field))
  const sorted = columns.map((field) => orderIndex(sortedColumns([{ field, descending: false }]), keyColumns))
  const grouped =
    firstTerm && !isDerived(firstTerm.field) && firstTerm.field.references === undefined
      ? columns.filter(holdsFewValues)
      : []
  const found = grouped
    .filter((field) => field !== firstTerm?.field)
    .map((field) =>
      orderIndex(
        [...foundColumns([{ field, descending: false }]), ...sortedColumns(firstTerm ? [firstTerm] : [])],
        keyColumns,
      ),
    )
  const known = new Set(others.map(nameOf))
  const wanted = new Map([...sorted, ...found].map((index) => [nameOf(index), index]))
  return [...wanted].flatMap(([name, index]) => (known.has(name) ? [] : [index])).slice(0, mostListIndexes)
}

function nameOf({ columns, descending = [] }: WantedIndex): string {
  return JSON.stringify([columns, columns.map((column) => descending.includes(column))])
}

/** Whether a list is likely sorted or filtered by a column. Long texts are looked into instead: no index helps with that. */
function isListed(model: Model, field: ModelField): boolean {
  const { kind } = field.column
  const isShort = field.hasOrderKey || (kind !== 'json' && kind !== 'bytes' && !field.kind.filters.includes('contains'))
  const hasOwn = field.references !== undefined || field.isUnique || model.key[0] === field
  return isShort && !hasOwn && field.isSortable && !isDerived(field)
}

/** Whether many records share a value, so that it is filtered by rather than looked up: nothing of it is greater than another. */
function holdsFewValues({ kind }: ModelField): boolean {
  return kind.filters.includes('eq') && !kind.filters.includes('gt') && !kind.filters.includes('contains')
}

/** The fields that have a column. */
export function storedFields(model: Model): readonly ModelField[] {
  return model.fields.filter((field) => !isDerived(field))
}

/** The fields that lists and pickers of a model are most likely sorted by, as far as they are sorted as words. */
function sortedAsWords(model: Model): readonly ModelField[] {
  const likely = [
    ...model.sort.slice(0, 1).map(({ field }) => field),
    model.title,
    ...model.key.slice(0, 1),
    ...model.fields.filter(({ isUnique }) => isUnique),
  ]
  return [...new Set(likely)].filter(({ hasOrderKey }) => hasOrderKey)
}

interface DirectedColumn {
  readonly column: string
  readonly descending: boolean
  readonly isNullable: boolean
}

/** The columns of terms that a list is sorted by. */
function sortedColumns(terms: readonly SortTerm[]): readonly DirectedColumn[] {
  return terms.flatMap(({ field, descending }) =>
    orderColumns(field).map((column) => ({ column, descending, isNullable: !field.isRequired && !field.hasOrderKey })),
  )
}

/** The columns of terms whose values are looked up. */
function foundColumns(terms: readonly SortTerm[]): readonly DirectedColumn[] {
  return terms.map(({ field, descending }) => ({ column: field.columnName, descending, isNullable: false }))
}

/** The indexes that a line in `indexes` of a model asks for. */
export function indexesOfTerms(model: Model, terms: readonly SortTerm[]): readonly WantedIndex[] {
  return termIndexes(
    terms,
    model.key.map((field) => field.columnName),
  )
}

/** The indexes that a model asks for: a list is sorted by all terms, or by the last only, those in front of it being looked up. */
function termIndexes(terms: readonly SortTerm[], keyColumns: readonly string[]): readonly WantedIndex[] {
  const sorted = orderIndex(sortedColumns(terms), keyColumns)
  if (!terms.some(({ field }) => field.hasOrderKey)) return [sorted]
  const front = Math.max(1, terms.length - 1)
  const found = [...foundColumns(terms.slice(0, front)), ...sortedColumns(terms.slice(front))]
  return [sorted, orderIndex(found, keyColumns)]
}

/** The index of an order. It ends with the key, as the order of every list does, running as its last term does: one index serves a list read from either end. */
function orderIndex(terms: readonly DirectedColumn[], keyColumns: readonly string[]): WantedIndex {
  const named = terms.map(({ column }) => column)
  const rest = keyColumns.filter((column) => !named.includes(column))
  const down = terms.filter((term) => term.descending).map(({ column }) => column)
  return {
    columns: [...named, ...rest],
    descending: terms.at(-1)?.descending ? [...down, ...rest] : down,
    nullable: terms.filter((term) => term.isNullable).map(({ column }) => column),
    isUnique: false,
  }
}

/** The fields that a table of ours has an index of, which begins with them as they are stored or as they are sorted. */
export interface IndexedFields {
  readonly found: ReadonlySet<ModelField>
  readonly sorted: ReadonlySet<ModelField>
}

const indexedFields = new WeakMap<Model, IndexedFields>()

/** Of indexes that were made while the process runs, what they begin with: of those that no model names. */
const madeMeanwhile = new WeakMap<Model, Set<string>>()

/** Learns of an index that is there besides those that the model asks for. */
export function learnIndex(model: Model, { columns: [first] }: WantedIndex): void {
  const made = madeMeanwhile.get(model) ?? new Set<string>()
  if (first !== undefined) made.add(first)
  madeMeanwhile.set(model, made)
  indexedFields.delete(model)
}

/** What a list can be sorted by without sorting, and looked up by, as far as the model tells: of a table of somebody else's that is little. */
export function indexedFieldsOf(model: Model): IndexedFields {
  const known = indexedFields.get(model) ?? findIndexedFields(model)
  indexedFields.set(model, known)
  return known
}

function findIndexedFields(model: Model): IndexedFields {
  const made = madeMeanwhile.get(model) ?? []
  const first = new Set([...wantedIndexes(model).map(({ columns }) => columns[0]), ...made])
  const stored = storedFields(model)
  const isFound = (field: ModelField) => field === model.key[0] || first.has(field.columnName)
  return {
    found: new Set(stored.filter(isFound)),
    sorted: new Set(stored.filter((field) => (field.hasOrderKey ? first.has(orderColumns(field)[0]) : isFound(field)))),
  }
}
