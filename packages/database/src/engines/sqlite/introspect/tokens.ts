/** Cuts the text of a CREATE statement, as the catalogue keeps it, into words, values and signs (https://www.sqlite.org/lang_keywords.html). */

/** One word, value or sign of a statement. */
export interface Token {
  /** `name` is in quotes and never a keyword; `word` is not, and may be one. */
  readonly sort: 'word' | 'name' | 'text' | 'number' | 'sign'
  /** Without its quotes. */
  readonly text: string
}

const shapes: readonly (readonly [sort: Token['sort'] | 'blank', shape: RegExp])[] = [
  ['blank', /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  // Bytes (x'00') are of no use here, but their quotes must not be taken for a text's.
  ['sign', /[xX]'[^']*'/y],
  ['text', /'(?:[^']|'')*'/y],
  ['name', /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/y],
  ['number', /0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y],
  ['word', /[\p{L}\p{M}_\u0080-\uffff][\p{L}\p{M}\p{N}_$\u0080-\uffff]*/uy],
  ['sign', /==|<>|!=|<=|>=|\|\||[\s\S]/y],
]

/** The tokens of a statement; comments and space are left out. */
export function tokensOf(statement: string): readonly Token[] {
  const tokens: Token[] = []
  let place = 0
  while (place < statement.length) {
    for (const [sort, shape] of shapes) {
      shape.lastIndex = place
      const found = shape.exec(statement)?.[0]
      if (found === undefined) continue
      if (sort !== 'blank')
        tokens.push({ sort, text: sort === 'text' || sort === 'name' ? withoutQuotes(found) : found })
      place += found.length
      break
    }
  }
  return tokens
}

function withoutQuotes(quoted: string): string {
  const quote = quoted.charAt(0)
  const inner = quoted.slice(1, -1)
  return quote === '[' ? inner : inner.replaceAll(quote + quote, quote)
}

/** Whether a token is one of these keywords, given in lower case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.sort === 'word' && words.includes(token.text.toLowerCase())
}

/** Whether a token is this sign. */
export function isSign(token: Token | undefined, sign: string): boolean {
  return token?.sort === 'sign' && token.text === sign
}

/** The parts between separators that stand in no parentheses. */
export function splitTokens(tokens: readonly Token[], isSeparator: (token: Token) => boolean): readonly Token[][] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (isSign(token, '(')) depth++
    if (isSign(token, ')')) depth--
    if (depth === 0 && isSeparator(token)) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

/** What stands between the parenthesis at `start` and the one that closes it. */
export function insideParentheses(tokens: readonly Token[], start: number): readonly Token[] {
  let depth = 0
  for (let place = start; place < tokens.length; place++) {
    if (isSign(tokens[place], '(')) depth++
    if (isSign(tokens[place], ')')) depth--
    if (depth === 0) return tokens.slice(start + 1, place)
  }
  return tokens.slice(start + 1)
}

/** A name as SQLite compares names: without regard to the case of ASCII letters, and of those only. */
export function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** A name in quotes, as statements take it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
