/** Adopts SQLite files that were made for a test, and answers what became of them. */
import type { AdoptedObject, Adoption, FieldDefinition, ModelDefinition } from '@haykal/model'
import { adoptTables } from '../adoption/adopt-tables.ts'
import { openDatabase } from '../open-database.ts'
import { type ForeignFile, foreignFiles } from './foreign-files.ts'

/** What became of a file. */
export interface AdoptedFile {
  readonly adoption: Adoption
  /** The names of the models, in order. */
  readonly names: readonly string[]
  /** Throws where there is none of this name. */
  model(name: string): ModelDefinition
  field(model: string, name: string): FieldDefinition | undefined
  /** The doubts about an object; undefined where there is none of this name. */
  doubts(name: string): AdoptedObject['doubts'] | undefined
}

/** Declares a folder for the tests of a file, as `foreignFiles`; the function adopts a new file in it. */
export function adoptedFiles(): (statements: string, more?: Omit<ForeignFile, 'statements'>) => Promise<AdoptedFile> {
  const files = foreignFiles()
  return async (statements, more) => {
    const database = await openDatabase(files.make({ statements, ...more }), { isReadOnly: true })
    const adoption = await adoptTables(database)
    await database.close()
    const model = (name: string) => definitionOf(adoption, name)
    return {
      adoption,
      names: adoption.guesses.map(({ definition }) => definition.name),
      model,
      field: (of, name) => model(of).fields[name],
      doubts: (name) => adoption.objects.find((object) => object.name === name)?.doubts,
    }
  }
}

function definitionOf({ guesses }: Adoption, name: string): ModelDefinition {
  const found = guesses.find(({ definition }) => definition.name === name)
  if (!found) throw new Error(`there is no model ${name}`)
  return found.definition
}
