/** Whether an action of the project is for a record, as far as can be told from what one sees of it; the server decides. */
import type { BootAction } from '@haykal/contract'
import { type AnyRecord, type Model, matches, parseFilter } from '@haykal/model'

/** Whether it is. A condition that asks for more than the record shows counts as met. */
export function actionApplies({ when }: Pick<BootAction, 'when'>, model: Model, record: AnyRecord): boolean {
  // Who asks is the server's to say.
  if (when === undefined || JSON.stringify(when).includes('$me')) return true
  const read = parseFilter(when, {
    field: (path) => {
      const field = model.field(path)
      return field && Object.hasOwn(record, path) ? { field, hops: [] } : undefined
    },
  })
  return !read.ok || matches(read.condition, record, { related: () => [] })
}
