/** People as owners see and change them. */
import type { FieldDefinitions, JsonObject, Label } from '@haykal/model'

/** A role that somebody may have. */
export interface OfferedRole {
  readonly name: string
  /** Absent: one of those that every project has. */
  readonly label?: Label
}

/** A group: it is there as long as somebody is in it. */
export interface PeopleGroup {
  readonly name: string
  /** How many are in it. */
  readonly people: number
}

/** What people may have here. */
export interface PeopleAbout {
  readonly roles: readonly OfferedRole[]
  /** What the project asks of each person. */
  readonly attributes: FieldDefinitions
  readonly groups: readonly PeopleGroup[]
}

/** A person as an owner sees them. */
export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly groups: readonly string[]
  /** What was never given is absent. */
  readonly attributes: JsonObject
  readonly createdAt: string
  /** Null: may sign in. */
  readonly suspendedAt: string | null
  /** Whether they have set a password yet. */
  readonly hasPassword: boolean
}

/** A page of people, by name. */
export interface PeoplePage {
  readonly data: readonly ListedPerson[]
  readonly meta: {
    /** How many match altogether. */
    readonly count: number
    /** Pass as `offset` for the page that follows; null at the end. */
    readonly next: number | null
  }
}

/** What may change of a person. What is absent stays; of the attributes, those that are not named stay too. */
export interface PersonChanges {
  readonly name?: string
  readonly email?: string
  readonly role?: string
  readonly groups?: readonly string[]
  readonly attributes?: JsonObject
}

/** A one-time address to hand over. It is told only once. */
export interface PersonLink {
  /** The path and what follows it: `/-/password#…`. */
  readonly path: string
  /** After this moment it is worth nothing. */
  readonly expiresAt: string
}

/** As whom an owner looks: a person by name, or a role; neither: a person who is gone. */
export interface ViewedAs {
  readonly name?: string
  readonly role?: OfferedRole
}
