/** What Haykal keeps for itself, beside a project's data: people, their passwords and sessions, and settings. */
import { datetime, fieldKinds, json, relation, text } from '@haykal/fields'
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

/** Something that the server remembers, by name. */
export const settingsModel = defineModel({
  name: 'settings',
  key: 'name',
  fields: { name: text({ required: true }), value: json({ required: true, sensitive: true }) },
})

/** A person as stored. */
export type PersonRecord = RecordOf<typeof peopleModel>

/** All of them, ready for use. */
export const ownModels = resolveModels([peopleModel, passwordsModel, sessionsModel, preferencesModel, settingsModel], {
  kinds: fieldKinds,
})
