/** Finds in an answer what a role may not know of the wall. */
import { project } from './haykal.config.ts'
import { fieldsOf, rowsFor, visibleFields } from './wall-truth.ts'

const names = project.models.map(({ name }) => name as string)

/** What stands in a reply and should not: values of records and fields that the role may not read, names that it may not know. */
export function leaksIn(text: string, role: string): string[] {
  const values = [...new Set(text.match(/mk\.\w+\.\d+\.\w+/g))].filter((marker) => {
    const [, name = '', row, field = ''] = marker.split('.')
    const isRowSeen = rowsFor(role, name).some((each) => Object.values(each).includes(`mk.${name}.${row}.${field}`))
    return !isRowSeen || !visibleFields(role, name).includes(field)
  })
  const hidden = names.flatMap((name) => {
    const seen = visibleFields(role, name)
    return [...(seen.length === 0 ? [name] : []), ...fieldsOf(name).filter((field) => !seen.includes(field))]
  })
  const known = new Set(names.flatMap((name) => visibleFields(role, name)))
  const told = hidden.filter((name) => !known.has(name) && new RegExp(`"${name}"`).test(text))
  return [...values, ...told]
}
