/** Gives models and fields the names of their tables and columns, or the nearest that addresses and filters can take. */

/** The name of a model for each table. */
export function modelNames(tables: readonly string[]): ReadonlyMap<string, string> {
  return namesFor(tables, (table) => (table === '' || /^[-.]/.test(table) ? `_${table}` : table))
}

/** The name of a field for each column. */
export function fieldNames(columns: readonly string[]): ReadonlyMap<string, string> {
  return namesFor(columns, fieldName)
}

/** Words and signs that mean something in filters, sorts and code. */
function fieldName(column: string): string {
  const plain = column.replace(/[.,[\]]/g, '_').trim()
  return ['and', 'or', 'not', '', '__proto__'].includes(plain) || plain.startsWith('-') ? `_${plain}` : plain
}

/** Names that are fine as they are come first, so that the others make way for them. */
function namesFor(originals: readonly string[], nameOf: (original: string) => string): ReadonlyMap<string, string> {
  const names = new Map(originals.filter((original) => nameOf(original) === original).map((name) => [name, name]))
  const taken = new Set(names.values())
  for (const original of originals) {
    if (names.has(original)) continue
    let name = nameOf(original)
    while (taken.has(name)) name += '_'
    taken.add(name)
    names.set(original, name)
  }
  return names
}
