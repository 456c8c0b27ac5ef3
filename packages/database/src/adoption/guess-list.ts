/** Guesses how the list of a model looks at first: which columns, and the newest on top where records are events. */
import type { FieldDefinition, ListDefinition } from '@haykal/model'
import type { AdoptedTable } from './adopted-table.ts'
import { wordsOfName } from './words-of-name.ts'

/** As many columns as fit a screen. */
const mostColumns = 7

/** Rows that are sorted in no time without an index. */
const fewRows = 5_000

/** Kinds that take much room or say little in a row. */
const roomy = new Set(['longText', 'json', 'bytes'])

/** Moments that tell when a record came to be. */
const beginnings = new Set(
  'created placed ordered posted published issued logged sent received started timestamp ts date time'.split(' '),
)

/** The list of a model whose fields are these; undefined where the usual one is as good. */
export function guessList(
  table: AdoptedTable,
  fields: { readonly [name: string]: FieldDefinition },
  title: string | undefined,
): ListDefinition | undefined {
  const columns = columnsOf(fields, title)
  const sort = sortOf(table, fields)
  if (columns === undefined && sort === undefined) return undefined
  return { ...(columns === undefined ? {} : { columns }), ...(sort === undefined ? {} : { sort }) }
}

function columnsOf(
  fields: { readonly [name: string]: FieldDefinition },
  title: string | undefined,
): string[] | undefined {
  const shown = Object.entries(fields).filter(
    ([name, field]) => name !== title && field.generated !== true && field.hidden !== true,
  )
  const telling = shown.filter(([, field]) => !roomy.has(field.kind) && field.sensitive !== true)
  if (telling.length === shown.length || telling.length === 0) return undefined
  return [...(title === undefined ? [] : [title]), ...telling.map(([name]) => name)].slice(0, mostColumns)
}

function sortOf(table: AdoptedTable, fields: { readonly [name: string]: FieldDefinition }): string | undefined {
  const { shape, rows } = table
  const own = new Set(wordsOfName(shape.name).flatMap((word) => [word, word.replace(/s$/, '')]))
  const found = table.columns.find(({ name, isIndexed, isUnsortable }) => {
    const rest = wordsOfName(name).filter((word) => !own.has(word) && word !== 'at' && word !== 'on')
    const isBeginning = rest.length > 0 && rest.every((word) => beginnings.has(word))
    const isMoment = ['date', 'datetime'].includes(fields[table.fieldOf(name)]?.kind ?? '')
    return isBeginning && isMoment && !isUnsortable && (isIndexed === true || rows.mostRows <= fewRows)
  })
  return found && shape.kind === 'table' ? `-${table.fieldOf(found.name)}` : undefined
}
