/** Takes every object of a database that somebody else made for what it most likely is, and says what is doubtful about each. */
import type { Adoption } from '@haykal/model'
import type { Database } from '../engine.ts'
import { modelsOfTables } from '../tables/models-of-tables.ts'

/** Reads the objects of a database and describes each as a model. Writes nothing. */
export async function adoptTables(database: Database): Promise<Adoption> {
  const { models } = await modelsOfTables(database)
  return {
    guesses: models.map((definition) => ({
      definition,
      alternatives: Object.fromEntries(
        Object.entries(definition.fields).map(([name, { kind, label: _, ...options }]) => [
          name,
          [{ ...options, kind }],
        ]),
      ),
    })),
    objects: models.map(({ name }) => ({ name, type: 'table', model: name, doubts: [] })),
  }
}
