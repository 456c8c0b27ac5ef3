/** The choice of records in a list while one works with it: by row, by range, all; kept while one scrolls and sorts. */
import { useLocale } from '@haykal/messages/react'
import { type Model, recordId } from '@haykal/model'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ChoosingActs } from '../records/choosing.ts'
import type { ListSearch } from '../records/list-search.ts'
import type { RecordList } from '../records/use-record-list.ts'
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
import { Tick, TickAll } from './ticks.tsx'

/** The list that is chosen from. */
export interface ChosenFrom {
  readonly model: Model
  readonly search: ListSearch
  readonly list: RecordList
}

/** The choice. */
export interface ChosenState {
  readonly chosen: Chosen
  /** How many are chosen, of as many as the list has counted. */
  readonly count: number
  readonly isOn: boolean
  readonly acts: ChoosingActs
}

/** The choice among the records of a list. */
export function useChosen({ model, search, list }: ChosenFrom): ChosenState {
  const { t } = useLocale()
  const [chosen, setChosen] = useState(noneChosen)
  const [isBegun, setBegun] = useState(false)
  const count = chosenCount(chosen, list.count?.value ?? list.window.total)
  const clear = () => {
    setChosen(noneChosen)
    setBegun(false)
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
  const recordsIn = (rows: readonly number[]): readonly IdAndRecord[] =>
    rows.flatMap((row) => {
      const listed = list.window.at(row)
      return listed ? [[recordId(model, listed.record), listed.record] as const] : []
    })
  const latest: ChosenActs = {
    toggle: (row) => {
      const [which] = recordsIn([row])
      if (!which) return
      range.current = { question: list.question, from: row, to: row }
      change(choose(chosen, [which], !isChosen(chosen, which[0])))
    },
    extend: (row, begin) => {
      const last = range.current?.question === list.question ? range.current : undefined
      // In another order, rows have other numbers; and the keys may have moved on since, to begin another range.
      const goesOn = last && (begin === undefined || last.to === begin)
      const known = goesOn ? last : { from: begin ?? row, to: begin ?? row }
      range.current = { question: list.question, from: known.from, to: row }
      const before = choose(chosen, recordsIn(between(known.from, known.to)), false)
      change(choose(before, recordsIn(between(known.from, row)), true))
    },
    set: (rows, isSet) => change(choose(chosen, recordsIn(rows), isSet)),
    all: () => setChosen(allChosen),
    begin: () => setBegun(true),
    clear,
    idAt: (row) => recordsIn([row])[0]?.[0],
  }
  const acts = useSteady(latest)
  useSaid(count, t('many.chosen', { count }))
  return { chosen, count, isOn: isBegun || chosen.isAll || count > 0, acts }
}

/** The rows from the one that was toggled last to the one that was reached from there, in the answer to a question. */
type Range = { readonly question: string; readonly from: number; readonly to: number } | undefined

/** The acts without the boxes, which are always the same anyway. */
type ChosenActs = Omit<ChoosingActs, 'Tick' | 'TickAll'>

/** The same functions in every render, which do what the latest ones do. */
function useSteady(acts: ChosenActs): ChoosingActs {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  return useMemo(
    () => ({
      toggle: (row) => latest.current.toggle(row),
      extend: (row, begin) => latest.current.extend(row, begin),
      set: (rows, isSet) => latest.current.set(rows, isSet),
      all: () => latest.current.all(),
      begin: () => latest.current.begin(),
      clear: () => latest.current.clear(),
      idAt: (row) => latest.current.idAt(row),
      Tick,
      TickAll,
    }),
    [],
  )
}

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
