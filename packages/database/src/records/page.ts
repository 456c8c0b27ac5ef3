/** What a page of records is, however it is read. */
import type { Condition, FieldPath, Json, ListCondition, ModelField } from '@haykal/model'
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
  /** What each of them holds in these fields. */
  readonly held: readonly ModelField[]
  /** Which of these holds for each of them. */
  readonly tests: readonly Condition[]
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
  /** What each of them holds in a field, null for what is empty; undefined for fields of which that was not wanted. */
  held(field: ModelField): readonly Json[] | undefined
  /** Which of them, counted from 0, a test holds for; undefined for tests that were not wanted. */
  passing(test: Condition): readonly number[] | undefined
}
