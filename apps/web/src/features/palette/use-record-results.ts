/** The records that a text finds in every list that the person may read. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, recordId } from '@haykal/model'
import { foldedWords, foldText, latinDigits } from '@haykal/model/fold-text'
import { useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useEffect, useRef, useState } from 'react'
import { hasPage } from '../records/has-page.ts'
import { recordsKey } from '../records/record-pages.ts'
import { titleOfRecord } from '../records/title-of-record.ts'
import { fitOf } from './found-parts.ts'
import type { PaletteEntry } from './palette-entry.ts'
import { foundIn, recordEntry } from './record-entry.ts'
import { searchRecords } from './record-search.ts'

/** Records of one list. */
const perModel = 4
/** Milliseconds after the last letter. */
const pause = 160

/** What was found. */
export interface RecordResults {
  readonly entries: readonly PaletteEntry[]
  readonly isPending: boolean
  /** Some lists did not answer. */
  readonly hasFailed: boolean
}

const nothing: RecordResults = { entries: [], isPending: false, hasFailed: false }

/** What a text finds, in the order of `models`; `isOff`: nobody is asked. */
export function useRecordResults(text: string, models: readonly Model[], isOff: boolean): RecordResults {
  const ask = useAsk()
  const [results, setResults] = useState(nothing)
  const typed = text.trim()
  const isAsked = !isOff && isWorthAsking(typed)
  const latest = useRef({ ask, models })
  useEffect(() => {
    latest.current = { ask, models }
  })

  useEffect(() => {
    if (!isAsked) return setResults(nothing)
    const words = foldedWords(typed)
    // What was found before and fits what was typed since stays until there is an answer.
    setResults(({ entries }) => ({
      entries: entries.filter((entry) => fitOf(entry.text, words) !== undefined),
      isPending: true,
      hasFailed: false,
    }))
    const { abort, signal } = newAbort()
    const timer = setTimeout(async () => {
      let found: readonly PaletteEntry[] = []
      const end = await searchRecords({
        models: latest.current.models,
        ask: (model) => latest.current.ask(model, typed, signal),
        onFound: (entries) => {
          found = entries
          setResults({ entries, isPending: true, hasFailed: false })
        },
        signal,
      })
      if (!signal.aborted) setResults({ entries: found, isPending: false, hasFailed: 'error' in end })
    }, pause)
    return () => {
      clearTimeout(timer)
      abort()
    }
  }, [typed, isAsked])
  return results
}

function newAbort() {
  const controller = new AbortController()
  return { abort: () => controller.abort(), signal: controller.signal }
}

/** One Latin letter is in nearly every record. */
function isWorthAsking(text: string): boolean {
  return text.length > 1 || /[^\p{Script=Latin}]/u.test(text)
}

function useAsk() {
  const { language, format } = useLocale()
  const client = useClient()
  const queries = useQueryClient()

  return async (model: Model, text: string, signal: AbortSignal): Promise<readonly PaletteEntry[]> => {
    const queryKey = (q: string) => [...recordsKey(model.name), 'palette', q]
    const find = async (q: string) => {
      const stop = () => void queries.cancelQueries({ queryKey: queryKey(q) })
      signal.addEventListener('abort', stop)
      const { data, meta } = await queries
        .fetchQuery({
          queryKey: queryKey(q),
          queryFn: (context) =>
            client.call('listRecords', {
              path: { model: model.name },
              query: { q, fields: fieldsOf(model), limit: perModel, count: 'none' },
              signal: context.signal,
            }),
          retry: false,
          gcTime: 60_000,
        })
        .finally(() => signal.removeEventListener('abort', stop))
      return data.map((record) => {
        const id = recordId(model, record)
        const title = titleOfRecord(model, { data: record, meta: { id, titles: meta.titles } })
        const note = foundIn(model, { record, title, titles: meta.titles }, foldedWords(q))
        return recordEntry(model, { id, title, note }, { language, format })
      })
    }
    for (const q of questionsOf(model, text, language)) {
      const found = await find(q)
      if (found.length > 0 || signal.aborted) return found
    }
    return []
  }
}

function fieldsOf(model: Model): readonly string[] {
  const searched = model.fields.filter((field) => field.isSearchable)
  return [...new Set([model.title, ...model.key, ...searched].map((field) => field.name))]
}

/** What to ask a model, until something is found: digits as they are stored mostly, as they were typed, and without the model's own name in front. */
function questionsOf(model: Model, text: string, language: string): readonly string[] {
  const [first = '', ...rest] = text.split(/\s+/)
  const names = [model.plural, model.label].flatMap((label) => foldedWords(labelIn(label, language)))
  const isNamed =
    rest.length > 0 && names.some((name) => name.replace(/^ال/, '').startsWith(foldText(first).replace(/^ال/, '')))
  return [...new Set([latinDigits(text), text, ...(isNamed ? [latinDigits(rest.join(' '))] : [])])]
}

/** Whether a model's records can be looked for: they have a page of their own, and something to be found by. */
export function isFindable(model: Model): boolean {
  return !model.definition.hidden && hasPage(model) && model.fields.some((field) => field.isSearchable)
}
