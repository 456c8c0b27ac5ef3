import { beforeEach, describe, expect, test } from 'vitest'
import { forgetDrafts } from './forget-drafts.ts'
import { type DraftContent, type DraftPlace, dropDraft, keepDraft, keptDrafts, newDraftName } from './kept-drafts.ts'

const now = Date.parse('2026-11-21T10:42:00.000Z')
const day = 86_400_000
const place: DraftPlace = { person: 'p1', model: 'orders', record: '7' }
let isFull = false

beforeEach(() => {
  isFull = false
  // Node has no storage of a browser: names are its own properties there too, and its functions are not.
  const functions = {
    getItem: (name: string) => (Object.hasOwn(storage, name) ? (storage[name] ?? null) : null),
    setItem(name: string, value: string) {
      if (isFull) throw new Error('full')
      storage[name] = value
    },
    removeItem: (name: string) => delete storage[name],
  }
  const storage: { [name: string]: string } = Object.create(functions)
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage })
})

const content = (note: string): DraftContent => ({
  typedAt: '2026-11-21T10:42:00.000Z',
  values: { note },
  base: { note: null },
  notKept: [],
})

/** Keeps a draft as one that was begun at a moment; gives its name. */
function keep(of: DraftPlace, note: string, at: number): string {
  const name = newDraftName(of, at)
  keepDraft(name, content(note))
  return name
}

const notes = (of: DraftPlace, at = now) => keptDrafts(of, at).map(({ values }) => values.note)

describe('a kept draft', () => {
  test('comes back for the same person, model and record only', () => {
    keep(place, 'mine', now)
    expect(notes(place)).toEqual(['mine'])
    for (const other of [{ person: 'p2' }, { person: 'p' }, { model: 'lines' }, { record: '70' }, { record: null }]) {
      expect(notes({ ...place, ...other })).toEqual([])
    }
  })

  test('stands beside that of another window, the newest first', () => {
    keep(place, 'first', now)
    const second = keep(place, 'second', now)
    expect(notes(place)).toEqual(['second', 'first'])
    dropDraft(second)
    expect(notes(place)).toEqual(['first'])
  })

  test('is forgotten after thirty days, whoever it is of', () => {
    keep({ ...place, person: 'p2' }, 'old', now + day)
    keep(place, 'new', now + 20 * day)
    expect(notes(place, now + 32 * day)).toEqual(['new'])
    expect(Object.keys(localStorage)).toHaveLength(1)
  })

  test('makes room for newer ones beyond fifty', () => {
    for (let each = 0; each < 55; each += 1) keep({ ...place, record: String(each) }, 'x', now + 100 * day + each)
    expect(Object.keys(localStorage)).toHaveLength(50)
    expect(notes({ ...place, record: '4' }, now + 100 * day)).toEqual([])
    expect(notes({ ...place, record: '5' }, now + 100 * day)).toEqual(['x'])
  })

  test('is gone when its person signs out, and only theirs', () => {
    keep(place, 'mine', now)
    keep({ ...place, person: 'p10' }, 'theirs', now)
    forgetDrafts('p1')
    expect(notes(place)).toEqual([])
    expect(notes({ ...place, person: 'p10' })).toEqual(['theirs'])
    forgetDrafts()
    expect(Object.keys(localStorage)).toEqual([])
  })

  test('is not there where the storage is full or holds something else, and nothing breaks', () => {
    isFull = true
    expect(() => keep(place, 'mine', now)).not.toThrow()
    isFull = false
    localStorage.setItem(newDraftName(place, now), '[1]')
    expect(notes(place)).toEqual([])
  })
})
