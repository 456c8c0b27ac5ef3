/** What a page of records is, however it is read. */
import type { Condition, FieldPath, Json, ListCondition, Model, ModelField } from '@haykal/model'
import type { Place } from './place.ts'

/** One term of the order of a page: a field of the model, or one behind relations. */
export interface OrderTerm {
  readonly path: FieldPath
  readonly descending: boolean
  /** By how well a search is met rather than by the field: each of these that does not hold is a place further down, up to the first that does. Absent: by the field. */
  readonly rank?: readonly ListCondition[]
  /** What was searched for, where records are ranked by how well they meet it. */
  readonly ranked?: string
  /** Only there so that no two records share a place: by its characters, even where people would sort it as words. Absent: no. */
  readonly isTie?: boolean
}

/** Which page of which records. */
export interface PageRequest {
  readonly condition: ListCondition
  /** Ends with the key, so that no two records share a place. */
  readonly order: readonly OrderTerm[]
  readonly fields: readonly ModelField[]
  readonly limit: number
  /** Where it begins; absent: at the first record of all. */
  readonly from?: PageStart
  /** The records are wanted as JSON, where the database can write that. Absent: they are wanted as records. */
  readonly asJson?: BesideJson
}

/** What is to be known of records that are JSON. */
export interface BesideJson {
  /** What they point to is called so. */
  readonly pointed: readonly PointedTo[]
  /** Whether these hold for each of them. */
  readonly tests: readonly NamedTest[]
}

/** A test, and how it is called in an answer. */
export interface NamedTest {
  readonly name: string
  readonly condition: Condition
}

/** What the records of a page point to by relations that all point to the same field of the same model. */
export interface PointedTo {
  /** Tells it apart from what others point to. */
  readonly name: string
  readonly relations: readonly ModelField[]
  readonly to: Model
  /** The field that the relations hold. */
  readonly field: ModelField
  readonly title: ModelField
  /** Of which records the title is told. */
  readonly condition: Condition
}

/** Where a page begins, and which way it is read from there. */
export interface PageStart {
  /** A place: of a record, or of what holds the same values for the first few terms of the order. Absent: the first record or, read backwards, the last. */
  readonly place?: Place
  readonly direction: 'after' | 'before'
  /** What stands at the place belongs to the page; absent: no. */
  readonly isIncluded?: boolean
}

/** A page of records. */
export interface Page {
  /** Where they were written as JSON, they are read from that when they are first asked for. */
  readonly records: readonly { readonly [field: string]: Json }[]
  /** The places of the first and the last record; absent when the page is empty. */
  readonly first?: Place
  readonly last?: Place
  /** There are more records in the direction of reading. */
  readonly hasMore: boolean
  /** The same records as the database wrote them; absent: it did not, or was not asked to. */
  readonly written?: WrittenRecords
}

/** Records as JSON that nobody has read. */
export interface WrittenRecords {
  /** The objects, with commas between them, in UTF-8. */
  readonly bytes: Uint8Array
  /** An object of the titles of what they point to, by what the relations hold; undefined where it could not be written, or was not wanted. */
  titles(pointed: PointedTo['name']): string | undefined
  /** What each of them holds in a relation whose titles could not be written, null for what is empty; undefined in any other field. */
  held(relation: ModelField): readonly Json[] | undefined
  /** For each of them, whether a test holds; undefined for a test that was not wanted. */
  passing(test: NamedTest['name']): readonly boolean[] | undefined
}
