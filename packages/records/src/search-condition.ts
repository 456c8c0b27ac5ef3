/** What the search box means: a record matches when each word that was typed stands in one of its searchable fields. */
import type { VisibleModel } from '@haykal/access'
import {
  type FoundTest,
  type ListCondition,
  type Model,
  type ModelField,
  nothing,
  type SearchGround,
} from '@haykal/model'
import { searchWords, textPatterns, wordPatterns, wordStarts } from '@haykal/model/search-text'
import type { Door } from './door.ts'

/** Whose records are searched, and what is looked into where tables keep nothing to be searched; absent: nothing. */
export interface Searching {
  readonly visible: VisibleModel
  groundOf?(model: Model): SearchGround
}

/** The searches of one viewer in one model. */
export function searchingOf({ core: { searched }, visible }: Pick<Door, 'core' | 'visible'>): Searching {
  return { visible, ...(searched?.groundOf && { groundOf: searched.groundOf }) }
}

/** The condition of a search text. A relation is searched by the title of the record it points to. */
export function searchCondition(searching: Searching, text: string): ListCondition {
  const { visible } = searching
  const words = text.split(/\s+/).flatMap((typed) => {
    const [only, ...others] = searchWords(typed)
    // What folds to nothing asks for nothing; what folds to several words is asked as it was typed where that matters.
    return only === undefined ? [] : [{ typed, folded: [only, ...others] }]
  })
  if (words.length === 0) return nothing
  const fields = searchedFields(visible)
  const each = words.map(({ typed, folded }): ListCondition => {
    const parts = folded.map((word) => inTexts(searching, fields, wordPatterns(word)))
    return anyOf([allOf(parts), ...fields.flatMap((field) => askField(searching, field, typed))])
  })
  const whole = words.length > 1 ? fields.flatMap((field) => askField(searching, field, text)) : []
  return within(searching, anyOf([allOf(each), ...whole]))
}

/** Only of the rows that are looked at: whatever else is asked, no others are gone through for it. */
function within(searching: Searching, condition: ListCondition): ListCondition {
  const reach = found(searching, searching.visible.model, { fields: [], patterns: [] })
  return reach.ground?.first === undefined ? condition : { type: 'all', of: [reach, condition] }
}

/**
 * The places that records which a search finds are ranked in, the best first, each with what it takes: the title is what was typed, begins
 * with it, has it in it; words of another field begin so. What takes none of it comes last.
 */
export function searchRank(searching: Searching, text: string): readonly ListCondition[] {
  const { visible } = searching
  const words = searchWords(text)
  const whole = words.join(' ')
  const fields = searchedFields(visible)
  const titles = fields.filter((field) => field === visible.model.title || field.name === visible.model.title.name)
  const inTitle = (patterns: readonly string[]) => inTexts(searching, titles, patterns)
  const every = (where: readonly ModelField[], patternsOf: (word: string) => readonly string[]) =>
    allOf(words.map((word) => inTexts(searching, where, patternsOf(word))))
  return [
    anyOf([inTitle(textPatterns.whole(whole)), ...titles.flatMap((field) => askField(searching, field, text))]),
    inTitle(textPatterns.firstWords(whole)),
    inTitle(textPatterns.beginning(whole)),
    inTitle(textPatterns.wholeWords(whole)),
    every(titles, wordStarts),
    every(titles, wordPatterns),
    inTexts(searching, fields, textPatterns.wholeWords(whole)),
    every(fields, wordStarts),
  ]
}

function searchedFields(visible: VisibleModel): readonly ModelField[] {
  return visible.fields.filter(
    (field) => field.isSearchable && (field.isSortable || field.kind.searchedBy === 'contains'),
  )
}

/** Looks for one of some patterns in all texts that can be looked into: those of the record, and titles of what it points to. */
function inTexts(searching: Searching, fields: readonly ModelField[], patterns: readonly string[]): ListCondition {
  const { visible } = searching
  const own = fields.filter((field) => field.references === undefined && isLookedInto(searching, visible.model, field))
  const related = fields.flatMap((field): ListCondition[] =>
    throughTitle(visible, field, (title, of) =>
      isLookedInto(searching, of, title) ? [found(searching, of, { fields: [title], patterns })] : [],
    ),
  )
  return anyOf([...(own.length > 0 ? [found(searching, visible.model, { fields: own, patterns })] : []), ...related])
}

function found({ groundOf }: Searching, of: Model, what: Pick<FoundTest, 'fields' | 'patterns'>): FoundTest {
  const ground = keepsNone(of) ? groundOf?.(of) : undefined
  return { type: 'found', of, ...what, ...(ground && { ground }) }
}

/** Whether a field is found by what stands in it: where that is kept beside it, or something is looked into that knows its texts. */
function isLookedInto({ groundOf }: Searching, of: Model, field: ModelField): boolean {
  if (!keepsNone(of)) return field.hasSearchText
  return groundOf !== undefined && field.isFoundByPart && field.column.kind === 'text'
}

/** Whether a table keeps nothing to be searched, as it is somebody else's. */
function keepsNone({ fields }: Model): boolean {
  return !fields.some(({ hasSearchText }) => hasSearchText)
}

/** Asks a field, by itself or as a title, for a text as it was typed: what is not kept to be searched, and what is stored otherwise than it is read. */
function askField(searching: Searching, field: ModelField, text: string): readonly ListCondition[] {
  const { visible } = searching
  const ask = (asked: ModelField, of: Model) => askValue(searching, { of, field: asked, text })
  return field.references === undefined ? ask(field, visible.model) : throughTitle(visible, field, ask)
}

function askValue(
  searching: Searching,
  { of, field, text }: { readonly of: Model; readonly field: ModelField; readonly text: string },
): readonly ListCondition[] {
  const { kind } = field
  if (kind.searchedBy === 'contains') {
    const part = kind.asPart?.(text)
    if (!isLookedInto(searching, of, field)) return [{ type: 'test', field, operator: 'contains', value: part ?? text }]
    if (part === undefined || part === text) return []
    const each = searchWords(part).map((word): ListCondition => {
      return found(searching, of, { fields: [field], patterns: wordPatterns(word) })
    })
    return each.length === 0 ? [] : [allOf(each)]
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
