/** A model made ready for use: every field with its kind, every default filled in, every relation's other side known. */
import type { Column } from './column.ts'
import type { ModelDefinition } from './define-model.ts'
import type { Derived } from './derived.ts'
import type { FieldDefinition, FieldKind, OnRemove } from './field-kind.ts'
import type { Label } from './label.ts'
import type { ModelConstraints } from './resolve-constraints.ts'

/** A field of a resolved model. */
export interface ModelField {
  readonly name: string
  /** The column's name in the table. */
  readonly columnName: string
  readonly column: Column
  readonly label: Label
  readonly kind: FieldKind
  /** The definition, which is what the kind's functions take as options. */
  readonly options: FieldDefinition
  readonly isRequired: boolean
  readonly isUnique: boolean
  /** People cannot set it: told so, or given by the database. */
  readonly isReadOnly: boolean
  /** The database gives the value of a new record. */
  readonly isGenerated: boolean
  readonly isSearchable: boolean
  /** Part of the key: given once, never changed. */
  readonly isKey: boolean
  /** Left out of lists and pages. */
  readonly isHidden: boolean
  /** Lists can be sorted by it. */
  readonly isSortable: boolean
  /** Its column may hold values that do not fit it, and filters may ask for them. */
  readonly isLoose: boolean
  /** Its table keeps beside it what lists are sorted by: the text without case, accents and forms of letters. */
  readonly hasOrderKey: boolean
  /** The search box looks into it, by itself or as the title of what a relation points to: a text that is found by whatever stands in it. */
  readonly isFoundByPart: boolean
  /** Its table keeps beside it what it is found by: the text as the search box looks into it. */
  readonly hasSearchText: boolean
  /** Where the value comes from if it is not stored; absent: it is, or who reads it need not know. */
  readonly derived?: Derived
  /** The name of the model that the value is a key of; absent for what is no relation. */
  readonly references?: string
  /** Of a relation, the field of the other model whose value it holds; absent: its key. */
  readonly referencedField?: string
  /** Of a relation, what becomes of the record when the one that it points to is removed; absent: the database decides. */
  readonly onRemove?: OnRemove
  /** Of a relation, the same field as a mere key: for whoever may not know of the other model. */
  readonly withoutReference?: ModelField
}

/** A relation seen from the model that it points to: `lines` of an order, by their field `order`. */
export interface BackRelation {
  /** The model whose records are the children. */
  readonly model: string
  /** Their fields that point here, each with the field here whose value it holds; more than one where it takes several to point. */
  readonly fields: readonly FieldPair[]
  /** The children are mere links: the relation of theirs that leads on to what is meant. Absent: the children are meant. */
  readonly through?: string
}

/** A field of a child and the field of its parent that has the same value. */
export interface FieldPair {
  readonly child: string
  readonly parent: string
}

/** The children that a name means: by their model, or by their model and their relation. */
export function relationNamed(name: string, relations: readonly BackRelation[]): readonly BackRelation[] {
  return relations.filter(
    ({ model, fields }) => name === model || (fields.length === 1 && name === `${model}.${fields[0]?.child}`),
  )
}

/** One term of an order. */
export interface SortTerm {
  readonly field: ModelField
  readonly descending: boolean
}

/** A resolved model. */
export interface Model extends ModelConstraints {
  readonly name: string
  readonly table: string
  readonly label: Label
  readonly plural: Label
  readonly icon: string
  readonly group?: Label
  /** One field or, in a composite key, several; in the order of the key. Empty where nothing tells records apart: they have no page. */
  readonly key: readonly ModelField[]
  readonly title: ModelField
  readonly fields: readonly ModelField[]
  /** The field of a name; undefined where there is none. */
  field(name: string): ModelField | undefined
  /** The columns of a list before anyone changes it. */
  readonly columns: readonly ModelField[]
  /** The order of a list before anyone changes it, the key not included. */
  readonly sort: readonly SortTerm[]
  readonly backRelations: readonly BackRelation[]
  /** The table is ours, and has indexes of what its list shows. */
  readonly keepsListIndexes: boolean
  readonly definition: ModelDefinition
}

/** The name under which the titles of what a relation points to travel: values of another field than the key would be mistaken for keys. */
export function titlesName({
  references = '',
  referencedField,
}: Pick<ModelField, 'references' | 'referencedField'>): string {
  return referencedField === undefined ? references : JSON.stringify([references, referencedField])
}

/** The field of the other model whose value a relation holds; undefined where there is none to point to. */
export function targetField(field: ModelField, target: Pick<Model, 'key' | 'field'>): ModelField | undefined {
  return field.referencedField === undefined ? target.key[0] : target.field(field.referencedField)
}

/** All models of a project. */
export interface Models {
  readonly all: readonly Model[]
  /** The model of a name; undefined where there is none. */
  get(name: string): Model | undefined
}
