/** What one look at an adopted database gives, and all that follows from it: replaced as a whole, so that a request never sees half of a change. */
import { createAccess } from '@haykal/access'
import type { ModelClosed, RuleTrouble } from '@haykal/contract'
import { adoptTables, type Database, type IndexBeside } from '@haykal/database'
import type { Adoption, Models } from '@haykal/model'
import type { HistoryKeeping, RecordsCore, SlowLists } from '@haykal/records'
import { versionOf } from '../project/opened.ts'
import { type Corrections, resolveAsFarAsFitting } from './corrections.ts'
import { type KeptRules, standingRules } from './said-rules.ts'
import { withoutHistory } from './without-history.ts'

/** A database as it was adopted. */
export interface Look {
  readonly database: Database
  readonly adoption: Adoption
  /** Of the database when it was adopted; absent: it cannot tell cheaply. */
  readonly schemaVersion?: number
}

/** What its owner says of it. */
export interface Said {
  readonly corrections: Corrections
  /** Who may do what. */
  readonly kept: KeptRules
}

/** A database with what its owner says of it. */
export interface Held extends Look, Said {
  readonly models: Models
  /** Where rules can no longer be understood. */
  readonly troubles: readonly RuleTrouble[]
  /** The door to the records. */
  readonly core: RecordsCore
  /** Changes with the models. */
  readonly version: string
}

/** What goes with every look at a database. */
export interface Keeping {
  /** Signs cursors. */
  readonly secret: string
  /** Why a model that could be edited is not open; undefined when it is. */
  closedOf(model: string): ModelClosed | undefined
  readonly history: HistoryKeeping
  /** What its texts are searched by; absent: they are searched as their database can. */
  readonly searched?: IndexBeside
  readonly namesOf: NonNullable<RecordsCore['namesOf']>
  /** They outlast a look; absent: nobody remembers. */
  readonly slowLists?: SlowLists
}

/** Looks at a database: reads its tables and guesses what they are. */
export async function lookAt(database: Database): Promise<Look> {
  // Asked first: a change in between is then seen at the next request.
  const schemaVersion = database.schemaVersion?.()
  const adoption = withoutHistory(await adoptTables(database))
  return { database, adoption, ...(schemaVersion === undefined ? {} : { schemaVersion }) }
}

/** Looks at a database that was opened in the place of another connection to it: while its tables are the same, the guesses are. */
export async function lookAgain({ adoption, schemaVersion }: Look, database: Database): Promise<Look> {
  return schemaVersion !== undefined && database.schemaVersion?.() === schemaVersion
    ? { database, adoption, schemaVersion }
    : await lookAt(database)
}

/** What follows from a look. */
export function hold(look: Look, { corrections, kept }: Said, keeping: Keeping): Held {
  const { database, adoption } = look
  const models = resolveAsFarAsFitting(adoption, corrections)
  const { rules, troubles } = standingRules(models, kept)
  return {
    ...look,
    corrections,
    kept,
    models,
    troubles,
    core: {
      database,
      models,
      access: createAccess(models, rules),
      secret: keeping.secret,
      closedOf: (model) => closedByItself(models, model) ?? keeping.closedOf(model),
      namesOf: keeping.namesOf,
      ...(keeping.searched && { searched: keeping.searched }),
      ...(keeping.slowLists && { slowLists: keeping.slowLists }),
      ...(database.isReadOnly ? {} : { history: keeping.history }),
    },
    version: versionOf(models.all.map((model) => model.definition)),
  }
}

/** Why the records of a model could never be edited, whatever its owner says. */
function closedByItself(models: Models, name: string): ModelClosed | undefined {
  const model = models.get(name)
  if (model?.definition.source !== undefined) return model.definition.source
  return model?.key.length === 0 ? 'no-key' : undefined
}
