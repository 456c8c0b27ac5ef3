/** Puts the guesses about a table together to the definition of its model. */
import {
  type Doubt,
  type FieldDefinition,
  type Label,
  labelFromName,
  type ModelGuess,
  type ReferenceDefinition,
} from '@haykal/model'
import type { ColumnShape } from '../engine.ts'
import type { AdoptedTable } from './adopted-table.ts'
import { guessJunction } from './guess-junction.ts'
import { guessList } from './guess-list.ts'
import type { RelationField } from './guess-relations.ts'
import { guessTitle } from './guess-title.ts'
import { singularLabel } from './singular-label.ts'
import { isTechnicalTable } from './technical-tables.ts'
import { soundsLikeSecret } from './words-of-name.ts'

/** Where the fields of a table point to. */
export interface Pointers {
  readonly relations: ReadonlyMap<string, RelationField>
  readonly references: readonly ReferenceDefinition[]
}

/** A model, and the doubts about it that stand in its definition already. */
export interface GuessedModel extends ModelGuess {
  readonly doubts: readonly Doubt[]
}

/** Guesses the model of a table whose key, kinds and relations are known. */
export function guessModel(table: AdoptedTable, pointers: Pointers): GuessedModel {
  const { shape, model, columns, key } = table
  const { relations, references } = pointers
  const junction = shape.kind === 'table' ? guessJunction(table, relations) : undefined
  const isTechnical = isTechnicalTable(shape.name)
  const isHidden = junction !== undefined || isTechnical || isSearchIndex(shape.module)
  const title = guessTitle(table, (column) => !relations.has(column) && isLine(table.kindOf(column).field))
  const hasWords = columns.some(({ name }) => !relations.has(name) && table.kindOf(name).field.searchable === true)
  // Searched by what it points to, where that takes no look at every row; what has no words of its own is not found by those of others.
  const relationOf = ({ name, isIndexed = false }: ColumnShape): FieldDefinition | undefined => {
    const relation = relations.get(name)
    return relation && hasWords && isIndexed ? { ...relation, searchable: true } : relation
  }
  const fields = Object.fromEntries([
    ...(key.isRowNumber ? key.columns.map((name) => [table.fieldOf(name), rowNumberField(name)] as const) : []),
    ...columns.map((column) => [table.fieldOf(column.name), fieldOf(table, column, relationOf(column))] as const),
  ])
  const titleField = title === undefined ? undefined : table.fieldOf(title)
  const list = guessList(table, fields, titleField)
  const plural = labelFromName(shape.name === '' ? model : shape.name)
  return {
    definition: {
      name: model,
      ...(model === shape.name ? {} : { table: shape.name }),
      label: singularLabel(plural),
      plural,
      key: key.columns.map((name) => table.fieldOf(name)),
      ...(titleField === undefined ? {} : { title: titleField }),
      fields,
      ...(references.length > 0 ? { references } : {}),
      ...(junction ? { junction: [table.fieldOf(junction[0]), table.fieldOf(junction[1])] as const } : {}),
      ...(shape.kind === 'table' ? {} : { source: shape.kind }),
      ...(isHidden ? { hidden: true } : {}),
      ...(list ? { list } : {}),
    },
    alternatives: Object.fromEntries(
      columns.map(({ name }) => {
        const relation = relations.get(name)
        const { alternatives } = table.kindOf(name)
        return [table.fieldOf(name), relation ? [relation, ...alternatives] : alternatives]
      }),
    ),
    doubts: [
      ...(isTechnical ? [{ code: 'technical' } as const] : []),
      ...(junction ? [junctionDoubt(junction, relations)] : []),
    ],
  }
}

function fieldOf(table: AdoptedTable, column: ColumnShape, relation: FieldDefinition | undefined): FieldDefinition {
  const { shape, key } = table
  const name = table.fieldOf(column.name)
  const isStored = shape.kind === 'table'
  const isKey = key.columns.includes(column.name)
  const isGiven = column.isNullable || column.hasDefault || column.isGenerated || column.isComputed
  const guessed = relation ?? table.kindOf(column.name).field
  const isSecret = isLine(guessed) && soundsLikeSecret(column.name)
  return {
    ...guessed,
    ...(isSecret ? { sensitive: true, searchable: false } : {}),
    label: labelOf(table, column, name),
    ...(name === column.name ? {} : { column: column.name }),
    ...(isStored && !isGiven && !isKey ? { required: true } : {}),
    ...(isStored && column.isUnique && !isKey ? { unique: true } : {}),
    ...(isStored && column.isGenerated ? { generated: true } : {}),
    ...(column.isComputed ? { readOnly: true } : {}),
    ...(column.isUnsortable ? { incomparable: true } : {}),
  }
}

/** `AlbumId` of albums is their id; of anything else it is the album. */
function labelOf({ shape, key }: AdoptedTable, column: ColumnShape, field: string): Label {
  const label = labelFromName(column.name === '' ? field : column.name)
  const own = [labelFromName(shape.name), singularLabel(labelFromName(shape.name))]
  const isOwnId = key.columns.length === 1 && key.columns[0] === column.name && /id$/i.test(column.name)
  return isOwnId && (own.includes(label) || label.toLowerCase() === 'id') ? { en: 'Id', ar: 'المعرّف' } : label
}

function rowNumberField(name: string): FieldDefinition {
  return { kind: 'integer', label: labelFromName(name), column: name, generated: true, hidden: true, passing: true }
}

function junctionDoubt(columns: readonly string[], relations: ReadonlyMap<string, RelationField>): Doubt {
  const [first = '', second = ''] = columns.map((column) => relations.get(column)?.to ?? '')
  return { code: 'junction', params: { first, second } }
}

/** Virtual tables that repeat what other tables hold, to find it by words. */
function isSearchIndex(module: string | undefined): boolean {
  return /^fts/i.test(module ?? '')
}

const lineKinds = new Set(['text'])

function isLine({ kind }: FieldDefinition): boolean {
  return lineKinds.has(kind)
}
