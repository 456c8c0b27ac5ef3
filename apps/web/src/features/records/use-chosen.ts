/** The choice of records in a list while one works with it: by row, by range, all; kept while one scrolls and sorts. */
import { useLocale } from '@haykal/messages/react'
import { type Model, recordId } from '@haykal/model'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { announce } from '../shell/announcer.tsx'
import {
  allChosen,
  type Chosen,
  choose,
  chosenCount,
  fits,
  type IdAndRecord,
  isChosen,
  noneChosen,
} from './chosen-records.ts'
import type { ListSearch } from './list-search.ts'
import type { RecordList } from './use-record-list.ts'

/** The choice, and what changes it. Rows are named by their numbers. */
export interface Choosing {
  readonly chosen: Chosen
  /** How many are chosen, of as many as the list has counted. */
  readonly count: number
  /** Boxes are shown though nothing is chosen yet: on a phone, one begins so. */
  readonly isOn: boolean
  readonly isChosen: (id: string) => boolean
  /** Chooses a row, or takes it out again. Always the same function, as the next one. */
  readonly toggle: (row: number) => void
  /** Chooses the rows from the one that was toggled last up to this one; from `begin`, where none was. */
  readonly extend: (row: number, begin?: number) => void
  /** Chooses rows, or takes them out again. */
  readonly set: (rows: readonly number[], isOn: boolean) => void
  /** Chooses all that the list finds. */
  readonly all: () => void
  readonly begin: () => void
  readonly clear: () => void
}

/** The choice among the records of a list that answers a search. */
export function useChosen(model: Model, search: ListSearch, list: RecordList): Choosing {
  const { t } = useLocale()
  const [chosen, setChosen] = useState(noneChosen)
  const [isOn, setOn] = useState(false)
  const count = chosenCount(chosen, list.count?.value ?? list.window.total)
  const clear = () => {
    setChosen(noneChosen)
    setOn(false)
  }

  // Another question: what was chosen may not be among the answers.
  const asked = JSON.stringify([search.q, search.filter])
  const [answered, setAnswered] = useState(asked)
  if (asked !== answered) {
    setAnswered(asked)
    clear()
  }
  const range = useRef<Range>(undefined)
  const change = (next: Chosen) => {
    if (fits(next, model)) setChosen(next)
    else announce(t('many.tooMany'))
  }
  const records = (rows: readonly number[]): readonly IdAndRecord[] =>
    rows.flatMap((row) => {
      const listed = list.window.at(row)
      return listed ? [[recordId(model, listed.record), listed.record] as const] : []
    })
  const latest = useRef<Pick<Choosing, 'toggle' | 'extend'>>(undefined)
  useLayoutEffect(() => {
    latest.current = {
      toggle: (row) => {
        const [which] = records([row])
        if (!which) return
        range.current = { question: list.question, from: row, to: row }
        change(choose(chosen, [which], !isChosen(chosen, which[0])))
      },
      extend: (row, begin = row) => {
        // In another order, rows have other numbers.
        const known = range.current?.question === list.question ? range.current : { from: begin, to: begin }
        range.current = { question: list.question, from: known.from, to: row }
        const before = choose(chosen, records(between(known.from, known.to)), false)
        change(choose(before, records(between(known.from, row)), true))
      },
    }
  })
  useSaid(count, t('many.chosen', { count }))
  return {
    chosen,
    count,
    isOn: isOn || chosen.isAll || count > 0,
    isChosen: (id) => isChosen(chosen, id),
    toggle: useCallback((row) => latest.current?.toggle(row), []),
    extend: useCallback((row, begin) => latest.current?.extend(row, begin), []),
    set: (rows, isSet) => change(choose(chosen, records(rows), isSet)),
    all: () => setChosen(allChosen),
    begin: () => setOn(true),
    clear,
  }
}

/** The rows from the one that was toggled last to the one that was reached from there, in the answer to a question. */
type Range = { readonly question: string; readonly from: number; readonly to: number } | undefined

/** The numbers of the rows between two, both included, whichever comes first. */
function between(one: number, other: number): readonly number[] {
  const first = Math.min(one, other)
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => first + index)
}

/** Has the number read out when it changes. */
function useSaid(count: number, text: string): void {
  const said = useRef(0)
  useEffect(() => {
    if (said.current !== count) announce(text)
    said.current = count
  }, [count, text])
}
