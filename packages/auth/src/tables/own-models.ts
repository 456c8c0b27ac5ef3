/** What Haykal keeps for itself, beside a project's data: people, their passwords and sessions, and settings. */
import { boolean, datetime, fieldKinds, json, relation, text } from '@haykal/fields'
import { defineModel, type RecordOf, resolveModels } from '@haykal/model'

/** A person who may sign in. Ids are random, so that none is ever given twice. */
export const peopleModel = defineModel({
  name: 'people',
  key: 'id',
  title: 'name',
  fields: {
    id: text({ required: true }),
    name: text({ required: true }),
    /** As typed. */
    email: text({ required: true }),
    /** In the one form by which a person is found. */
    emailFolded: text({ required: true, unique: true }),
    role: text({ required: true, maxLength: 100 }),
    /** The names of the groups that the person is in; empty in rows of older data folders. */
    groups: json(),
    /** What the project asks of people, by name; empty in rows of older data folders. */
    attributes: json(),
    /** Empty: may sign in. */
    suspendedAt: datetime(),
    createdAt: datetime({ required: true }),
  },
})

/** The password of a person, as a hash. */
export const passwordsModel = defineModel({
  name: 'passwords',
  key: 'person',
  fields: {
    person: relation({ to: 'people', keyKind: 'text', required: true }),
    hash: text({ required: true, sensitive: true }),
    changedAt: datetime({ required: true }),
  },
})

/** Someone signed in on one device. `id` is the SHA-256 of the token that the device holds. */
export const sessionsModel = defineModel({
  name: 'sessions',
  key: 'id',
  fields: {
    id: text({ required: true, sensitive: true }),
    person: relation({ to: 'people', keyKind: 'text', required: true }),
    createdAt: datetime({ required: true }),
    expiresAt: datetime({ required: true }),
    /** Whom the session looks as: the id of a viewing; empty: as the person themselves. */
    viewing: text(),
  },
})

/** A one-time address with which a person sets a password. `id` is the SHA-256 of the token in it. */
export const passwordLinksModel = defineModel({
  name: 'password_links',
  key: 'id',
  fields: {
    id: text({ required: true, sensitive: true }),
    person: relation({ to: 'people', keyKind: 'text', required: true }),
    expiresAt: datetime({ required: true }),
  },
})

/** An owner looked at the application as somebody else. Kept when the people are gone: no relation. */
export const viewingsModel = defineModel({
  name: 'viewings',
  key: 'id',
  fields: {
    id: text({ required: true }),
    /** The owner: id, and the address at that time. */
    owner: text({ required: true }),
    ownerEmail: text({ required: true }),
    /** As this person; empty: as a role. */
    person: text(),
    /** The name of the person or of the role at that time. */
    name: text({ required: true }),
    /** As this role; empty: as a person. */
    role: text(),
    from: datetime({ required: true }),
    /** Empty: still looking. */
    until: datetime(),
  },
})

/** What a person chose for themselves, as one document. */
export const preferencesModel = defineModel({
  name: 'preferences',
  key: 'person',
  fields: {
    person: relation({ to: 'people', keyKind: 'text', required: true }),
    chosen: json({ required: true }),
  },
})

/** A view: a list that somebody keeps, for themselves or for others. */
export const viewsModel = defineModel({
  name: 'views',
  key: 'id',
  fields: {
    id: text({ required: true }),
    model: text({ required: true }),
    /** The id of who made it; empty once they are gone, so that owners look after it. No relation: what is shared stays. */
    person: text(),
    name: text({ required: true }),
    list: json({ required: true }),
    /** `everyone`, or the names of roles. */
    sharedWith: json({ required: true }),
    isShared: boolean({ required: true }),
    /** The names of roles. */
    defaultFor: json({ required: true }),
    createdAt: datetime({ required: true }),
    /** Empty: it is there. */
    removedAt: datetime(),
  },
})

/** How a person arranged the views of each model for themselves, as one document. */
export const arrangementsModel = defineModel({
  name: 'view_arrangements',
  key: 'person',
  fields: {
    person: relation({ to: 'people', keyKind: 'text', required: true }),
    byModel: json({ required: true }),
  },
})

/** Something that the server remembers, by name. */
export const settingsModel = defineModel({
  name: 'settings',
  key: 'name',
  fields: { name: text({ required: true }), value: json({ required: true, sensitive: true }) },
})

/** A person as stored. */
export type PersonRecord = RecordOf<typeof peopleModel>

/** A view as stored. */
export type ViewRecord = RecordOf<typeof viewsModel>

/** All of them, ready for use. */
export const ownModels = resolveModels(
  [
    peopleModel,
    passwordsModel,
    sessionsModel,
    passwordLinksModel,
    viewingsModel,
    preferencesModel,
    viewsModel,
    arrangementsModel,
    settingsModel,
  ],
  { kinds: fieldKinds },
)
