/** Reads a regular expression into its parts: as much of the language as can be matched without going back over a text. */

/** A part of a regular expression. */
export type PatternPart =
  | { readonly type: 'character'; readonly source: string }
  /** Takes no character: a place such as the beginning. */
  | { readonly type: 'place' }
  | { readonly type: 'sequence' | 'alternatives'; readonly of: readonly PatternPart[] }
  | { readonly type: 'times'; readonly of: PatternPart; readonly least: number; readonly most: number }

/** Why an expression is not read. */
export class UnreadPattern extends Error {}

/** The parts of an expression that `RegExp` accepts with the flag `u`. Throws `UnreadPattern`. */
export function readPattern(source: string): PatternPart {
  const reading = { source, at: 0 }
  return readAlternatives(reading)
}

interface Reading {
  readonly source: string
  at: number
}

function readAlternatives(reading: Reading): PatternPart {
  const of = [readSequence(reading)]
  while (reading.source[reading.at] === '|') {
    reading.at += 1
    of.push(readSequence(reading))
  }
  return of.length === 1 && of[0] ? of[0] : { type: 'alternatives', of }
}

function readSequence(reading: Reading): PatternPart {
  const of: PatternPart[] = []
  while (reading.at < reading.source.length && !/[|)]/.test(reading.source.charAt(reading.at))) {
    of.push(readTimes(reading, readPart(reading)))
  }
  return { type: 'sequence', of }
}

/** Takes what matches at this place, if anything does. */
function take(reading: Reading, what: RegExp): string | undefined {
  const sticky = new RegExp(what.source, 'uy')
  sticky.lastIndex = reading.at
  const taken = sticky.exec(reading.source)?.[0]
  reading.at += taken?.length ?? 0
  return taken
}

function readPart(reading: Reading): PatternPart {
  const turn = take(reading, /\(\?<?[=!]/)
  if (turn !== undefined)
    throw new UnreadPattern(`"${turn}…)" looks ahead or back, over and over: say what is wanted instead`)
  if (take(reading, /\((?:\?:|\?<[^>]*>|(?!\?))/) !== undefined) {
    const inner = readAlternatives(reading)
    take(reading, /\)/)
    return inner
  }
  const reference = take(reading, /\\(?:[1-9]\d*|k<[^>]*>)/)
  if (reference !== undefined) {
    throw new UnreadPattern(
      `"${reference}" asks for the same text again, which has to be tried in every length: leave it out`,
    )
  }
  if (take(reading, /[\^$]|\\[bB]/) !== undefined) return { type: 'place' }
  const character =
    take(reading, /\[(?:\\.|[^\]\\])*\]/) ??
    take(
      reading,
      /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c.|.)/,
    ) ??
    take(reading, /[^(]/)
  if (character === undefined) throw new UnreadPattern('"(?" begins something that is not known here: use "(?:…)"')
  return { type: 'character', source: character }
}

function readTimes(reading: Reading, of: PatternPart): PatternPart {
  const sign = take(reading, /[*+?]|\{\d+(?:,\d*)?\}/)
  if (sign === undefined) return of
  take(reading, /\?/)
  if (sign === '?') return { type: 'times', of, least: 0, most: 1 }
  if (!sign.startsWith('{')) return { type: 'times', of, least: sign === '+' ? 1 : 0, most: Number.POSITIVE_INFINITY }
  const [least = '0', most = least] = sign.slice(1, -1).split(',')
  return { type: 'times', of, least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most) }
}
