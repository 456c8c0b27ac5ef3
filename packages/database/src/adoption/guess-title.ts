/** Chooses the field that stands for a record wherever it is mentioned. */
import type { AdoptedTable } from './adopted-table.ts'
import { soundsLikeSecret, wordsOfName } from './words-of-name.ts'

/** Names that usually hold what people call a thing, the surest first. A last name comes before a first one, as people are filed. */
const titleNames: readonly RegExp[] = [
  /^(full |display |product |company |item )?name$/,
  /^title$/,
  /^(last name|lastname|surname|family name)$/,
  /^(label|subject|headline|caption)$/,
  / (name|title)$/,
  /^(user name|username|login|nickname)$/,
  /^(number|no|nr|code|sku|isbn|reference|ref)$/,
  / (number|no|nr|code)$/,
  /^(e mail|email|email address|url|path|file|filename|slug)$/,
  /^(description|summary|text|question|word|term|key)$/,
]

/** The column of the title; undefined where nothing is better than the key. `isText` tells one line of text that points to nothing. */
export function guessTitle(table: AdoptedTable, isText: (column: string) => boolean): string | undefined {
  const texts = table.columns.filter(({ name }) => isText(name) && tellsApart(table, name))
  const named = [...(areOfPeople(table) ? peopleNames : []), ...titleNames].flatMap((pattern) =>
    texts.filter(({ name }) => pattern.test(nameWithin(table.shape.name, name))),
  )
  const [first] = named.length > 0 ? named : texts.filter(({ name }) => !isOpaque(table, name))
  // A key of texts says as much as any other text does, unless that one is called a name.
  const isKeyText = table.key.columns.length === 1 && isText(table.key.columns[0] ?? '')
  return isKeyText && named.length === 0 ? undefined : first?.name
}

/** What people are called where there is a first name too: their `title` is then a rank or a degree. */
const peopleNames: readonly RegExp[] = [/^(full |display )name$/, /^(last name|lastname|surname|family name)$/]

function areOfPeople({ columns }: AdoptedTable): boolean {
  return columns.some(({ name }) => /^(first|given) ?name$/.test(wordsOfName(name).join(' ')))
}

/** The words of a column's name without those of its table: `album_title` of albums is its title. */
function nameWithin(table: string, column: string): string {
  const words = wordsOfName(column)
  const own = new Set(wordsOfName(table).flatMap((word) => [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y')]))
  const rest = words.filter((word) => !own.has(word))
  return (rest.length === 0 ? words : rest).join(' ')
}

/** A title that most records share, or that few have, tells nobody which one is meant. */
function tellsApart(table: AdoptedTable, column: string): boolean {
  const { values, distinct, rows } = table.look(column)
  if (rows === 0 || values.length === 0) return rows === 0
  return values.length >= rows / 2 && (values.length < 10 || distinct.size >= values.length / 5)
}

/** Keys of other systems, hashes, secrets and the like. */
function isOpaque(table: AdoptedTable, column: string): boolean {
  if (opaqueWords.has(wordsOfName(column).at(-1) ?? '') || soundsLikeSecret(column)) return true
  const texts = table.look(column).values.filter((value) => typeof value === 'string')
  return texts.length > 0 && texts.every((text) => /^[0-9a-f-]{20,}$/i.test(text))
}

const opaqueWords = new Set('id guid uuid hash checksum type kind status state'.split(' '))
