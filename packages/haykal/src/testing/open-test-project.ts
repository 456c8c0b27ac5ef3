/** Opens a project as a test wants it: its models and rules on a real database in memory, through the same core that the server runs. */
import { createAccess } from '@haykal/access'
import { declarePeople, rulesOptionsOf } from '@haykal/auth'
import { makeHistoryTable, openDatabase, syncTables } from '@haykal/database'
import { fieldKinds } from '@haykal/fields'
import { type AnyRecord, type RecordOf, resolveModels } from '@haykal/model'
import type { RecordsCore } from '@haykal/records'
import type { Project } from '../define-project.ts'
import type { ProjectServer } from '../server/define-project-server.ts'
import { facesOf } from '../server/define-server.ts'
import type { ModelIn, ModelNameIn, RoleIn, StoredRecord } from './project-names.ts'
import { putRecords } from './put-records.ts'
import { type TestPerson, testPerson } from './test-person.ts'
import { type AboutPerson, viewerOf } from './viewer-of.ts'
import { modelNamedIn } from './which-record.ts'

/** How a project is opened. */
export interface TestOptions {
  /** The present moment, for `$now` and `$today`; absent: the clock's. */
  readonly now?: () => Date
}

/** A project that is tested. */
export interface TestProject<P extends Project> {
  /**
   * Stores records, whatever the rules say, and gives them as they are stored, in order: with keys, defaults and computed fields.
   * Throws with everything that is wrong with any of them.
   */
  put<Name extends ModelNameIn<P>, const Rows extends readonly StoredRecord<P, Name>[]>(
    model: Name,
    records: Rows & WithoutOthers<Rows, StoredRecord<P, Name>>,
  ): Promise<{ readonly [Index in keyof Rows]: RecordOf<ModelIn<P, Name>> }>
  /** Somebody of a role. Throws for a role or an attribute that the project does not declare. */
  as(role: RoleIn<P>, about?: AboutPerson<P>): TestPerson<P>
  close(): Promise<void>
}

/** Rows with no fields but those of a record: what is given as one of many is not checked for others by itself. */
type WithoutOthers<Rows extends readonly unknown[], Stored> = {
  readonly [Index in keyof Rows]: { readonly [Field in Exclude<keyof Rows[Index], keyof Stored>]: never }
}

/** Opens a project with an empty database in memory. Throws `ModelMistakes` with everything that is wrong with its models, people or rules. */
export async function openTestProject<const P extends Project>(
  project: P,
  server: ProjectServer = { models: [], endpoints: [] },
  { now }: TestOptions = {},
): Promise<TestProject<P>> {
  const models = resolveModels(project.models, { kinds: fieldKinds, hasOrderKeys: true })
  const people = declarePeople(project)
  const rules = Object.fromEntries(server.models.map((face) => [face.model, face.rules]))
  const access = createAccess(models, rules, rulesOptionsOf(people))
  const database = await openDatabase(':memory:')
  await syncTables(database, models)
  await database.write((queries) => makeHistoryTable({ engine: database.engine, queries }))
  const core: RecordsCore = {
    database,
    models,
    access,
    secret: 'of a test',
    closedOf: () => undefined,
    history: {},
    isOurs: true,
    faces: new Map(server.models.map((face) => [face.model, facesOf(face)])),
    ...(now === undefined ? {} : { now }),
  }
  return {
    // The compiler knows the records by the name of their model, which the core does not.
    put: (async (model: string, records: readonly AnyRecord[]) =>
      await putRecords(core, modelNamedIn(core, model), records)) as unknown as TestProject<P>['put'],
    as: (role, about = {}) => testPerson(core, viewerOf(people, role, about as AboutPerson)),
    close: () => database.close(),
  }
}
