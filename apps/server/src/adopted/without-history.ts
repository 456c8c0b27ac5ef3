/** Leaves the table of changes out of what was adopted: it is ours. */
import { historyTable, isHistoryTable } from '@haykal/database'
import type { Adoption } from '@haykal/model'

/** What was adopted, without the table. One of the same name but with other columns is somebody else's and stays. */
export function withoutHistory(adoption: Adoption): Adoption {
  const { guesses, objects } = adoption
  const ours = guesses.find(({ definition: { name, table = name, fields } }) =>
    isHistoryTable({ name: table, columns: Object.entries(fields).map(([field, { column = field }]) => column) }),
  )?.definition.name
  return ours === undefined
    ? adoption
    : {
        ...adoption,
        guesses: guesses.filter(({ definition }) => definition.name !== ours),
        objects: objects.filter(({ model, name }) => model !== ours && name !== historyTable),
      }
}
