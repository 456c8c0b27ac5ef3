/** Finds what is wrong with a pattern: above all, whether a text that does not fit it would be tried in ever more ways. */
import { readPattern, UnreadPattern } from './pattern-parts.ts'
import { ambiguous, type PatternPlaces, placesOf } from './pattern-places.ts'

const longest = 500

/**
 * What is wrong with the option `pattern`, as sentences.
 *
 * An expression is taken only if no beginning of a text leads to one of its places in two ways. Then matching goes on in at most as
 * many ways as it has places, whatever the text: it cannot backtrack without bound. Some that are harmless are refused as well.
 */
export function checkPattern(pattern: unknown): string[] {
  if (pattern === undefined) return []
  const named = `pattern is ${JSON.stringify(pattern)}`
  if (typeof pattern !== 'string' || pattern === '')
    return [`${named}: write a regular expression as a text, or leave it out`]
  if (pattern.length > longest) return [`pattern has ${pattern.length} characters: at most ${longest} are read`]
  try {
    new RegExp(pattern, 'u')
  } catch (error) {
    return [`${named}, which is no regular expression (${error instanceof Error ? error.message : 'unreadable'})`]
  }
  const why = whyUnread(pattern)
  return why === undefined ? [] : [`${named}: ${why}`]
}

function whyUnread(pattern: string): string | undefined {
  try {
    const places = placesOf(readPattern(pattern))
    const place = placeReachedTwice(places)
    return place === undefined ? undefined : ambiguous(places.sources[place] ?? '').message
  } catch (error) {
    if (error instanceof UnreadPattern) return error.message
    throw error
  }
}

/** A place that one text reaches on two paths; undefined where there is none. Follows every pair of places that the same text reaches. */
function placeReachedTwice({ sources, first, next }: PatternPlaces): number | undefined {
  const overlap = overlapOf(sources)
  const seen = new Set<number>()
  const pairs: (readonly [number, number])[] = []
  /** Where two paths may go on with one character: apart, or to the same place. */
  const goOn = (ones: Iterable<number>, others: Iterable<number>, areOne: boolean): number | undefined => {
    for (const one of ones) {
      for (const other of others) {
        if (one === other && !areOne) return one
        const pair = one * sources.length + other
        if (one >= other || seen.has(pair) || !overlap(one, other)) continue
        seen.add(pair)
        pairs.push([one, other])
      }
    }
    return undefined
  }
  goOn(first, first, true)
  for (const following of next) goOn(following, following, true)
  for (const [one, other] of pairs) {
    // Each pair once, the smaller place in front: the paths may go on in either order.
    const [ones, others] = [next[one] ?? [], next[other] ?? []]
    const found = goOn(ones, others, false) ?? goOn(others, ones, false)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether two places may take the same character; where that is not easily known, they may. */
function overlapOf(sources: readonly string[]): (one: number, other: number) => boolean {
  const members = new Map(sources.map((source) => [source, membersOf(source)]))
  const known = new Map<string, boolean>()
  return (one, other) => {
    const [first = '', second = ''] = [sources[one], sources[other]]
    if (first === second) return true
    const key = JSON.stringify([first, second])
    const before = known.get(key)
    if (before !== undefined) return before
    const [listed, tested] = members.get(first) ? [members.get(first), second] : [members.get(second), first]
    const test = new RegExp(`^(?:${tested})$`, 'u')
    const does = listed === undefined || listed.some((character) => test.test(character))
    known.set(key, does)
    return does
  }
}

/** Characters beyond this are not listed. */
const lastListed = 0x7ff
/** What stands for characters that are all listed: ranges of them, digits, letters of words, characters by number. */
const isListable =
  /^(?:\[(?!\^)(?:[^\\\u0800-\u{10ffff}]|\\(?:[dwtnrfv]|[\W_]|x[\da-f]{2}|u0[0-7][\da-f]{2}))*\]|[^.\\[]|\\(?:[dwtnrfv]|[\W_]|x[\da-f]{2}|u[\da-f]{4}))$/iu

/** The characters that a place takes; undefined where they are many. */
function membersOf(source: string): readonly string[] | undefined {
  if (!isListable.test(source)) return undefined
  if (!source.startsWith('\\') && [...source].length === 1) return [source]
  const test = new RegExp(`^(?:${source})$`, 'u')
  const listed = Array.from({ length: lastListed + 1 }, (_, code) => String.fromCharCode(code)).filter((each) =>
    test.test(each),
  )
  // One that is named by a larger number takes none of these.
  return listed.length === 0 ? undefined : listed
}
