/** Cuts the text of an expression into its words and signs. */

/** A word or sign, and where it begins, counted from 1. */
export interface Token {
  readonly type: 'number' | 'text' | 'word' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

/** Thrown for an expression that cannot be read; the message is a sentence for whoever wrote it. */
export class ExpressionMistake extends Error {}

const patterns: readonly (readonly [type: Token['type'], pattern: RegExp])[] = [
  ['number', /\d+(?:\.\d+)?/y],
  ['text', /'(?:[^']|'')*'|"(?:[^"]|"")*"/y],
  ['word', /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy],
  ['sign', /<=|>=|!=|<>|==|[-+*/(),=<>]/y],
]

/** The tokens of a text; the last one is its end. Throws `ExpressionMistake`. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0
    if (at >= text.length) return [...tokens, { type: 'end', text: '', at: at + 1 }]
    const found = tokenAt(text, at)
    if (!found) throw new ExpressionMistake(`“${[...text.slice(at)][0]}” at ${at + 1} means nothing here`)
    tokens.push(found)
    at += found.text.length
  }
}

function tokenAt(text: string, at: number): Token | undefined {
  for (const [type, pattern] of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { type, text: match[0], at: at + 1 }
  }
  return undefined
}
