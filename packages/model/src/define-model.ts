/** How a project describes its data: a model is plain data, everything in it survives `JSON.stringify`. */
import type { FieldDefinition } from './field-kind.ts'
import type { Filter } from './filter.ts'
import type { Label } from './label.ts'

/** Fields by name, as a project writes them. */
export type FieldDefinitions = { readonly [name: string]: FieldDefinition }

/** How a list of records looks before anyone changes it. */
export interface ListDefinition<FieldName extends string = string> {
  /** The columns in order; absent: the title, then the first few fields that fit. */
  readonly columns?: readonly FieldName[]
  /** As in the URL: `-placedAt,name`; absent: by key. */
  readonly sort?: string
  /**
   * Whether the database keeps an index of each column that can be sorted by as it stands in the table, the first eight at most: the list is then sorted
   * and filtered by it at once, however many records there are. Each costs a new record some microseconds. Absent: yes.
   */
  readonly indexed?: boolean
}

/** A pointer to a record of another model that takes several fields: what a relation is for one. */
export interface ReferenceDefinition {
  /** The name of the other model. */
  readonly to: string
  /** Each own field with the field there that it is equal to. */
  readonly fields: { readonly [own: string]: string }
}

/** A rule about several fields of a record that every write must keep, whoever writes. */
export interface CheckDefinition {
  /** The records that it is about; absent: all. */
  readonly when?: Filter
  /** What must hold of them. */
  readonly that: Filter
  /** What is said when it does not hold: how the record should be. Shown at the fields that `that` names. */
  readonly message: Label
}

/** A model as written, or as told to the browser in boot. */
export interface ModelDefinition<
  Name extends string = string,
  Fields extends FieldDefinitions = FieldDefinitions,
  Key extends string = string,
> {
  /** The name in addresses and code. */
  readonly name: Name
  /** The table or view; absent: the name. */
  readonly table?: string
  /** One of them; absent: made from the name. */
  readonly label?: Label
  /** Many of them; absent: the label. */
  readonly plural?: Label
  /** The name of an icon of `@haykal/ui`; absent: a table. */
  readonly icon?: string
  /** The heading under which the sidebar shows it. */
  readonly group?: Label
  /** The fields that tell records apart; absent: a field `id` that the database numbers; an empty list: nothing does, and records have no page. */
  readonly key?: Key | readonly Key[]
  /** The field that stands for a record wherever it is mentioned; absent: the key. */
  readonly title?: string
  readonly fields: Fields
  /** Pointers of several fields at once; absent: none. */
  readonly references?: readonly ReferenceDefinition[]
  /** Two relations whose pair is all that a record says: each side shows the other at once. Absent: records speak for themselves. */
  readonly junction?: readonly [FieldName: string, FieldName: string]
  /** Sets of fields whose values no two records share together; a record that leaves one of them empty shares with nobody. Absent: none. */
  readonly unique?: readonly (readonly string[])[]
  /** Rules about several fields, asked of every record as it becomes. Absent: none. */
  readonly checks?: readonly CheckDefinition[]
  /** Orders that the database keeps ready, for lists that are filtered and sorted so: `['status', '-placedAt']`. Absent: none but our own. */
  readonly indexes?: readonly (readonly string[])[]
  /** What it is read from where that is no table: its records can be read only. Absent: a table. */
  readonly source?: 'view' | 'virtual'
  /** Left out of navigation, being of use to programs rather than to people; absent: shown. */
  readonly hidden?: boolean
  readonly list?: ListDefinition<string>
}

/** Describes a model. Returns what it is given; the compiler remembers the exact fields. */
export function defineModel<
  const Name extends string,
  const Fields extends FieldDefinitions,
  const Key extends (keyof Fields & string) | 'id' = 'id',
>(
  model: ModelDefinition<Name, Fields, Key> & {
    // Not in the interface itself: a model whose fields are known must remain a model among others.
    readonly title?: (keyof Fields & string) | 'id'
    readonly list?: ListDefinition<(keyof Fields & string) | 'id'>
    readonly unique?: readonly (readonly ((keyof Fields & string) | 'id')[])[]
    readonly indexes?: readonly (readonly ((keyof Fields & string) | `-${keyof Fields & string}` | 'id' | '-id')[])[]
  },
): ModelDefinition<Name, Fields, Key> {
  return model
}
