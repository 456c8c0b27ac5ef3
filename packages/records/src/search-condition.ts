/** What the search box means: a record matches when each word that was typed stands in one of its searchable fields. */
import type { VisibleModel } from '@haykal/access'
import { type ListCondition, type Model, type ModelField, nothing } from '@haykal/model'
import { searchWords, textPatterns, wordPatterns, wordStarts } from '@haykal/model/search-text'

/** The condition of a search text. A relation is searched by the title of the record it points to. */
export function searchCondition(visible: VisibleModel, text: string): ListCondition {
  const words = text.split(/\s+/).flatMap((typed) => {
    const [only, ...others] = searchWords(typed)
    // What folds to nothing asks for nothing; what folds to several words is asked as it was typed where that matters.
    return only === undefined ? [] : [{ typed, folded: [only, ...others] }]
  })
  if (words.length === 0) return nothing
  const fields = searchedFields(visible)
  const each = words.map(({ typed, folded }): ListCondition => {
    const found = folded.map((word) => inTexts(visible, fields, wordPatterns(word)))
    return anyOf([allOf(found), ...fields.flatMap((field) => askField(visible, field, typed))])
  })
  const whole = words.length > 1 ? fields.flatMap((field) => askField(visible, field, text)) : []
  return anyOf([allOf(each), ...whole])
}

/**
 * The places that records which a search finds are ranked in, the best first, each with what it takes: the title is what was typed, begins
 * with it, has it in it; words of another field begin so. What takes none of it comes last.
 */
export function searchRank(visible: VisibleModel, text: string): readonly ListCondition[] {
  const words = searchWords(text)
  const whole = words.join(' ')
  const fields = searchedFields(visible)
  const titles = fields.filter((field) => field === visible.model.title || field.name === visible.model.title.name)
  const inTitle = (patterns: readonly string[]) => inTexts(visible, titles, patterns)
  const every = (where: readonly ModelField[], patternsOf: (word: string) => readonly string[]) =>
    allOf(words.map((word) => inTexts(visible, where, patternsOf(word))))
  return [
    anyOf([inTitle(textPatterns.whole(whole)), ...titles.flatMap((field) => askField(visible, field, text))]),
    inTitle(textPatterns.firstWords(whole)),
    inTitle(textPatterns.beginning(whole)),
    inTitle(textPatterns.wholeWords(whole)),
    every(titles, wordStarts),
    every(titles, wordPatterns),
    inTexts(visible, fields, textPatterns.wholeWords(whole)),
    every(fields, wordStarts),
  ]
}

function searchedFields(visible: VisibleModel): readonly ModelField[] {
  return visible.fields.filter(
    (field) => field.isSearchable && (field.isSortable || field.kind.searchedBy === 'contains'),
  )
}

/** Looks for one of some patterns in all texts that are kept to be searched: those of the record, and titles of what it points to. */
function inTexts(visible: VisibleModel, fields: readonly ModelField[], patterns: readonly string[]): ListCondition {
  const own = fields.filter(({ hasSearchText, references }) => hasSearchText && references === undefined)
  const related = fields.flatMap((field): ListCondition[] =>
    throughTitle(visible, field, (title, of) =>
      title.hasSearchText ? [{ type: 'found', of, fields: [title], patterns }] : [],
    ),
  )
  return anyOf([
    ...(own.length > 0 ? [{ type: 'found', of: visible.model, fields: own, patterns } as const] : []),
    ...related,
  ])
}

/** Asks a field, by itself or as a title, for a text as it was typed: what is not kept to be searched, and what is stored otherwise than it is read. */
function askField(visible: VisibleModel, field: ModelField, text: string): readonly ListCondition[] {
  if (field.references === undefined) return askValue(visible.model, field, text)
  return throughTitle(visible, field, (title, of) => askValue(of, title, text))
}

function askValue(of: Model, field: ModelField, text: string): readonly ListCondition[] {
  const { kind, hasSearchText } = field
  if (kind.searchedBy === 'contains') {
    const part = kind.asPart?.(text)
    if (!hasSearchText) return [{ type: 'test', field, operator: 'contains', value: part ?? text }]
    if (part === undefined || part === text) return []
    const found = searchWords(part).map((word): ListCondition => {
      return { type: 'found', of, fields: [field], patterns: wordPatterns(word) }
    })
    return found.length === 0 ? [] : [allOf(found)]
  }
  if (kind.searchedBy !== 'equals') return []
  const parsed = kind.fromText(text, field.options)
  return parsed.ok ? [{ type: 'test', field, operator: 'eq', value: parsed.value }] : []
}

/** What is asked of the title of what a relation points to, among the records that may be read. */
function throughTitle(
  visible: VisibleModel,
  field: ModelField,
  ask: (title: ModelField, of: Model) => readonly ListCondition[],
): ListCondition[] {
  const path = field.references === undefined ? undefined : visible.titlePathOf(field)
  const hop = path?.hops[0]
  if (!path || !hop) return []
  return ask(path.field, hop.to).map((of) => ({
    type: 'through',
    field,
    to: hop.to,
    of: { type: 'all', of: [hop.scope, of] },
  }))
}

function anyOf(of: readonly ListCondition[]): ListCondition {
  const [only] = of
  return only && of.length === 1 ? only : { type: 'any', of }
}

function allOf(of: readonly ListCondition[]): ListCondition {
  const [only] = of
  return only && of.length === 1 ? only : { type: 'all', of }
}
