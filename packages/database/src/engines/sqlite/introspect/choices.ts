/** Finds the only values that a table lets a column hold, in the text of its CREATE TABLE: `CHECK (size IN ('S', 'M'))`. */
import { foldName, insideParentheses, isSign, isWord, splitTokens, type Token, tokensOf } from './tokens.ts'

/** Values that a column may hold. */
export type Choices = readonly (string | number)[]

/**
 * The choices of each column that has any, by its folded name. Read are `x IN (…)`, `x = 1 OR x = 2` and `x IS NULL OR …`, also among
 * other conditions joined by AND; any other check limits a column in ways that are no list.
 */
export function choicesOf(statement: string): ReadonlyMap<string, Choices> {
  const found = new Map<string, Choices>()
  // Most tables have no check at all, and this is asked of every table.
  if (!/check/i.test(statement)) return found
  const tokens = tokensOf(statement)
  const parts = splitTokens(bodyOf(tokens), (token) => isSign(token, ','))
  const columns = new Map(
    parts.filter((part) => !isConstraint(part)).map((part) => [foldName(part[0]?.text ?? ''), part]),
  )
  for (const part of parts) {
    for (const condition of checksIn(part)) {
      for (const [column, values] of listsIn(condition, columns)) {
        const definition = columns.get(column)
        if (definition && !found.has(column) && !hasOwnOrder(definition)) found.set(column, fitted(values, definition))
      }
    }
  }
  return found
}

function bodyOf(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex((token) => isSign(token, '('))
  return start < 0 ? [] : insideParentheses(tokens, start)
}

function isConstraint(part: readonly Token[]): boolean {
  return isWord(part[0], 'constraint', 'primary', 'unique', 'check', 'foreign')
}

/** A collation in which several texts are the same: more than the listed ones are let in. */
function hasOwnOrder(definition: readonly Token[]): boolean {
  return definition.some(
    (token, place) => isWord(token, 'collate') && definition[place + 1]?.text.toLowerCase() !== 'binary',
  )
}

function checksIn(part: readonly Token[]): readonly (readonly Token[])[] {
  let depth = 0
  return part.flatMap((token, place) => {
    if (isSign(token, '(')) depth++
    if (isSign(token, ')')) depth--
    const isCheck = depth === 0 && isWord(token, 'check') && isSign(part[place + 1], '(')
    return isCheck ? [insideParentheses(part, place + 1)] : []
  })
}

type Columns = ReadonlyMap<string, readonly Token[]>

function listsIn(condition: readonly Token[], columns: Columns): readonly (readonly [string, Choices])[] {
  const plain = unwrapped(condition)
  // Its AND joins no conditions.
  if (plain.some((token) => isWord(token, 'between', 'case'))) return []
  const terms = splitTokens(plain, (token) => isWord(token, 'and'))
  if (terms.length > 1 && !terms.some((term) => splitTokens(term, (token) => isWord(token, 'or')).length > 1)) {
    return terms.flatMap((term) => listsIn(term, columns))
  }
  const alternatives = splitTokens(plain, (token) => isWord(token, 'or')).map((each) =>
    listOf(unwrapped(each), columns),
  )
  const [first] = alternatives
  const isOne = first !== undefined && alternatives.every((each) => each?.column === first.column)
  const values = alternatives.flatMap((each) => each?.values ?? [])
  return isOne && values.length > 0 ? [[first.column, [...new Set(values)]]] : []
}

function unwrapped(tokens: readonly Token[]): readonly Token[] {
  if (!isSign(tokens[0], '(')) return tokens
  const inner = insideParentheses(tokens, 0)
  return inner.length === tokens.length - 2 ? unwrapped(inner) : tokens
}

/** One condition that lists values of one column; undefined for any other. */
function listOf(tokens: readonly Token[], columns: Columns): { column: string; values: Choices } | undefined {
  const [left, operator, right] = tokens
  const column = left && (left.sort === 'word' || left.sort === 'name') ? foldName(left.text) : undefined
  if (column === undefined || !columns.has(column)) return undefined
  if (isWord(operator, 'is') && isWord(right, 'null') && tokens.length === 3) return { column, values: [] }
  if (isWord(operator, 'in') && isSign(right, '(')) {
    const list = insideParentheses(tokens, 2)
    if (list.length + 4 !== tokens.length) return undefined
    return withValues(
      column,
      splitTokens(list, (token) => isSign(token, ',')),
      columns,
    )
  }
  const isEqual = isSign(operator, '=') || isSign(operator, '==') || isWord(operator, 'is')
  return isEqual ? withValues(column, [tokens.slice(2)], columns) : undefined
}

function withValues(column: string, literals: readonly (readonly Token[])[], columns: Columns) {
  const values = literals
    .filter((literal) => !(literal.length === 1 && isWord(literal[0], 'null')))
    .map((literal) => literalValue(literal, columns))
  const known = values.filter((value) => value !== undefined)
  return known.length === values.length ? { column, values: known } : undefined
}

function literalValue(literal: readonly Token[], columns: Columns): string | number | undefined {
  const [first, second] = literal
  if (literal.length === 1 && first?.sort === 'text') return first.text
  // A text in double quotes, which SQLite takes where no column bears its name.
  if (literal.length === 1 && first?.sort === 'name' && !columns.has(foldName(first.text))) return first.text
  const isSigned = literal.length === 2 && (isSign(first, '-') || isSign(first, '+'))
  const digits = isSigned ? second : literal.length === 1 ? first : undefined
  if (digits?.sort !== 'number') return undefined
  const number = Number(digits.text) * (isSign(first, '-') ? -1 : 1)
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number
}

/** The values as the column keeps them: its declared type turns numbers into texts, or texts that read as numbers into numbers. */
function fitted(values: Choices, [, ...definition]: readonly Token[]): Choices {
  const end = definition.findIndex((token) => isWord(token, ...endOfType))
  const type = (end < 0 ? definition : definition.slice(0, end)).map((token) => token.text.toUpperCase()).join(' ')
  if (/INT/.test(type) || !/CHAR|CLOB|TEXT|BLOB|^$/.test(type)) {
    return values.map((value) =>
      typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : value,
    )
  }
  return /CHAR|CLOB|TEXT/.test(type) ? values.map(String) : values
}

const endOfType = [
  'constraint',
  'primary',
  'not',
  'null',
  'unique',
  'check',
  'default',
  'collate',
  'references',
  'generated',
  'as',
]
