/** Reads the text of an expression, `if(quantity > 0, price * quantity, 0)`, into plain data. */
import { isStorableText } from '../json.ts'
import { type Expression, expressionBounds, type Operation } from './expression.ts'
import { ExpressionMistake, readTokens, type Token } from './read-tokens.ts'

/** Reads an expression. Throws `ExpressionMistake` with a sentence that says what cannot be read, and where. */
export function parseExpression(text: string): Expression {
  const reading: Reading = { tokens: readTokens(text), next: 0, nodes: 0, depth: 0 }
  const expression = readChain(reading, 0)
  const rest = peek(reading)
  if (rest.type !== 'end') throw unexpected(rest, 'the end')
  return expression
}

interface Reading {
  readonly tokens: readonly Token[]
  next: number
  nodes: number
  depth: number
}

/** Operators that stand between two parts, the loosest first. */
const levels: readonly { readonly [sign: string]: Operation }[] = [
  { or: 'or' },
  { and: 'and' },
  { '=': 'eq', '==': 'eq', '!=': 'ne', '<>': 'ne', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' },
  { '+': 'add', '-': 'subtract' },
  { '*': 'multiply', '/': 'divide' },
]

/** Only comparisons do not go on: `a < b < c` is no question. */
const comparisons = 2

const functions: {
  readonly [name: string]: { readonly operation: Operation; readonly least: number; readonly most: number }
} = {
  if: { operation: 'if', least: 3, most: 3 },
  concat: { operation: 'concat', least: 1, most: 50 },
  coalesce: { operation: 'coalesce', least: 1, most: 50 },
  round: { operation: 'round', least: 1, most: 2 },
}

function readChain(reading: Reading, level: number): Expression {
  const operators = levels[level]
  if (!operators) return readUnary(reading)
  if (level === comparisons && isWord(peek(reading), 'not')) {
    reading.next += 1
    return call(reading, 'not', [readDeeper(reading, comparisons)])
  }
  let left = readChain(reading, level + 1)
  for (let count = 0; ; count += 1) {
    const token = peek(reading)
    const sign = token.type === 'sign' || token.type === 'word' ? token.text : ''
    const operation = Object.hasOwn(operators, sign) ? operators[sign] : undefined
    if (!operation) return left
    if (level === comparisons && count > 0) throw unexpected(token, '`and`')
    reading.next += 1
    left = call(reading, operation, [left, readChain(reading, level + 1)])
  }
}

function readUnary(reading: Reading): Expression {
  if (!isSign(peek(reading), '-')) return readPart(reading)
  reading.next += 1
  return call(reading, 'negate', [readDeeper(reading, levels.length)])
}

function readPart(reading: Reading): Expression {
  const token = take(reading)
  switch (token.type) {
    case 'number':
      return counted(reading, { type: 'number', digits: token.text })
    case 'text':
      return counted(reading, { type: 'text', text: textOf(token) })
    case 'word':
      return readWord(reading, token)
    default: {
      if (!isSign(token, '(')) throw unexpected(token, 'a field, a number, a text or a parenthesis')
      const inner = readDeeper(reading, 0)
      expectSign(reading, ')')
      return inner
    }
  }
}

function readWord(reading: Reading, { text, at }: Token): Expression {
  if (!isSign(peek(reading), '(')) {
    if (text === 'true' || text === 'false') return counted(reading, { type: 'boolean', value: text === 'true' })
    return counted(reading, { type: 'field', name: text })
  }
  const known = Object.hasOwn(functions, text) ? functions[text] : undefined
  if (!known)
    throw new ExpressionMistake(
      `there is no function “${text}” (at ${at}); known are ${Object.keys(functions).join(', ')}`,
    )
  expectSign(reading, '(')
  const of = [readDeeper(reading, 0)]
  while (isSign(peek(reading), ',')) {
    reading.next += 1
    of.push(readDeeper(reading, 0))
  }
  expectSign(reading, ')')
  if (of.length < known.least || of.length > known.most)
    throw new ExpressionMistake(
      `${text} (at ${at}) is given ${of.length} parts and takes ${known.least === known.most ? known.least : `${known.least} to ${known.most}`}`,
    )
  return call(reading, known.operation, of)
}

function readDeeper(reading: Reading, level: number): Expression {
  reading.depth += 1
  if (reading.depth > expressionBounds.depth) throw tooLong()
  const inner = level === levels.length ? readUnary(reading) : readChain(reading, level)
  reading.depth -= 1
  return inner
}

function call(reading: Reading, operation: Operation, of: readonly Expression[]): Expression {
  return counted(reading, { type: 'call', operation, of })
}

function counted(reading: Reading, expression: Expression): Expression {
  reading.nodes += 1
  if (reading.nodes > expressionBounds.nodes) throw tooLong()
  return expression
}

function tooLong(): ExpressionMistake {
  return new ExpressionMistake(
    `it is too long: at most ${expressionBounds.nodes} parts, ${expressionBounds.depth} deep; make a computed field of a part of it`,
  )
}

function textOf({ text, at }: Token): string {
  const quote = text.charAt(0)
  const inner = text.slice(1, -1).replaceAll(quote + quote, quote)
  if (!isStorableText(inner)) throw new ExpressionMistake(`the text at ${at} holds what no database stores`)
  return inner
}

function peek({ tokens, next }: Reading): Token {
  return tokens[next] ?? { type: 'end', text: '', at: 0 }
}

function take(reading: Reading): Token {
  const token = peek(reading)
  reading.next += 1
  return token
}

function expectSign(reading: Reading, sign: string): void {
  const token = take(reading)
  if (!isSign(token, sign)) throw unexpected(token, `“${sign}”`)
}

function isSign(token: Token, sign: string): boolean {
  return token.type === 'sign' && token.text === sign
}

function isWord(token: Token, word: string): boolean {
  return token.type === 'word' && token.text === word
}

function unexpected({ type, text, at }: Token, wanted: string): ExpressionMistake {
  return new ExpressionMistake(
    type === 'end' ? `it ends where ${wanted} is expected` : `“${text}” at ${at} stands where ${wanted} is expected`,
  )
}
