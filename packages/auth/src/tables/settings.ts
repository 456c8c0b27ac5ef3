/** What the server remembers between starts, by name. */
import type { Database } from '@haykal/database'
import type { Json } from '@haykal/model'
import { settingsModel } from './own-models.ts'
import { ownTable } from './own-table.ts'

/** Remembered values by name. */
export interface Settings {
  /** Undefined for what was never set. */
  read(name: string): Promise<Json | undefined>
  /** Sets what `change` makes of the value before (undefined: never set), so that two at once both count. Gives the new value. */
  change(name: string, change: (before: Json | undefined) => Json): Promise<Json>
}

/** The settings kept in our own database. */
export function createSettings(database: Database): Settings {
  const settings = ownTable(database, settingsModel)
  return {
    async read(name) {
      return (await settings.read(name))?.value
    },
    async change(name, change) {
      return await database.write(async (queries) => {
        const before = await settings.read(name, queries)
        const value = change(before?.value)
        if (before) await settings.update(name, { value }, queries)
        else await settings.insert({ name, value }, queries)
        return value
      })
    },
  }
}
