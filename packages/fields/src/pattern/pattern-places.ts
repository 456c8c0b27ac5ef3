/** The places of a regular expression, each for one character, and which place may follow which (Glushkov's construction). */
import { type PatternPart, UnreadPattern } from './pattern-parts.ts'

/** More places than an expression needs that people write. */
const mostPlaces = 400

/** The places of an expression. */
export interface PatternPlaces {
  /** What each place takes, as its source. */
  readonly sources: readonly string[]
  /** Where a text may begin. */
  readonly first: readonly number[]
  /** What may follow each place. */
  readonly next: readonly ReadonlySet<number>[]
}

/** The places of a part. Throws `UnreadPattern` where one place may follow another, or nothing be taken, in two ways. */
export function placesOf(part: PatternPart): PatternPlaces {
  const building: Building = { sources: [], next: [] }
  const { first } = build(part, building)
  return { ...building, first }
}

interface Building {
  readonly sources: string[]
  readonly next: Set<number>[]
}

/** A piece: where it begins and ends, and in how many ways it takes nothing. */
interface Piece {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly empty: number
}

const nothing: Piece = { first: [], last: [], empty: 1 }

function build(part: PatternPart, building: Building): Piece {
  switch (part.type) {
    case 'place':
      return nothing
    case 'character': {
      const place = building.sources.push(part.source) - 1
      if (place >= mostPlaces) throw tooLong()
      building.next.push(new Set())
      return { first: [place], last: [place], empty: 0 }
    }
    case 'sequence':
      return part.of.reduce((before: Piece, each) => inSequence(before, build(each, building), building), nothing)
    case 'alternatives': {
      const pieces = part.of.map((each) => build(each, building))
      return onceEmpty({
        first: pieces.flatMap(({ first }) => first),
        last: pieces.flatMap(({ last }) => last),
        empty: pieces.reduce((sum, { empty }) => sum + empty, 0),
      })
    }
    case 'times':
      return buildTimes(part, building)
  }
}

function tooLong(): UnreadPattern {
  return new UnreadPattern(`it stands for more than ${mostPlaces} characters: give the length as maxLength instead`)
}

function inSequence(before: Piece, after: Piece, building: Building): Piece {
  join(before.last, after.first, building)
  return {
    first: before.empty > 0 ? [...before.first, ...after.first] : before.first,
    last: after.empty > 0 ? [...before.last, ...after.last] : after.last,
    empty: before.empty * after.empty,
  }
}

function buildTimes({ of, least, most }: PatternPart & { type: 'times' }, building: Building): Piece {
  if (least > mostPlaces || (Number.isFinite(most) && most > mostPlaces)) throw tooLong()
  let whole = nothing
  for (let time = 0; time < least; time += 1) whole = inSequence(whole, build(of, building), building)
  if (most === Number.POSITIVE_INFINITY) {
    const again = build(of, building)
    join(again.last, again.first, building)
    return inSequence(whole, orNothing(again), building)
  }
  // One inside of the other, as `a{0,2}` is `(?:aa?)?`: the third cannot be there without the second.
  let rest = nothing
  for (let time = least; time < most; time += 1) rest = orNothing(inSequence(build(of, building), rest, building))
  return inSequence(whole, rest, building)
}

function orNothing(piece: Piece): Piece {
  return onceEmpty({ ...piece, empty: piece.empty + 1 })
}

function onceEmpty(piece: Piece): Piece {
  if (piece.empty > 1)
    throw new UnreadPattern('a part of it can be left out in two ways: let it be left out in one place only')
  return piece
}

function join(from: readonly number[], to: readonly number[], { sources, next }: Building): void {
  for (const place of from) {
    for (const other of to) {
      if (next[place]?.has(other)) throw ambiguous(sources[other] ?? '')
      next[place]?.add(other)
    }
  }
}

/** Why an expression is refused in which a character may be taken in several ways. */
export function ambiguous(source: string): UnreadPattern {
  return new UnreadPattern(
    `one text can reach "${source}" in several ways, and a text that does not fit would be tried in all of them: ` +
      'write it so that each character has one place',
  )
}
