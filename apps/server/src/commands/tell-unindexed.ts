/** Tells whoever develops a project of a list on the screen that has no index behind it. */
import type { ListAdvice, ListShape } from '@haykal/records'

/** One line for the terminal. */
export function unindexedLine({ model }: ListShape, { tests, order, sorted, indexes }: ListAdvice): string {
  const sort = order.map(({ path, descending }) => {
    const name = [...path.hops.map(({ field }) => field.name), path.field.name].join('.')
    return `${descending ? '-' : ''}${name}`
  })
  const filtered = tests.filter(({ how }) => how === 'none' || how === 'texts').map(({ path }) => path)
  const done = [
    ...(filtered.length > 0 ? [`filtered by ${[...new Set(filtered)].join(', ')}`] : []),
    ...(sorted === 'index' ? [] : [`sorted by ${sort.join(',')}`]),
  ]
  const lines = indexes.map(({ model: { name }, terms }) => {
    const written = terms.map(({ field, descending }) => `'${descending ? '-' : ''}${field.name}'`)
    return `[${written.join(', ')}] in "indexes" of ${name}`
  })
  const what = lines.length > 0 ? `it wants ${lines.join(' and ')}` : 'none would help'
  return `The list of ${model} is ${done.join(' and ')}, with no index behind it: ${what}.`
}
