/** Compares a file with what was promised of it, by a program beside the server. */
import { DatabaseSync } from 'node:sqlite'
import type { Promises } from './write-on.ts'

/** What is missing or wrong. */
export function lostIn(path: string, table: string, promises: Promises): readonly string[] {
  const file = new DatabaseSync(path, { timeout: 5_000 })
  try {
    const integrity = String(file.prepare('pragma integrity_check').get()?.integrity_check)
    return [
      ...(integrity === 'ok' ? [] : [integrity]),
      ...lostPromises(file, table, promises),
      ...(hasHistory(file) ? disagreements(file, table) : []),
    ]
  } finally {
    file.close()
  }
}

/** More than was promised may be there: an answer can be lost where the write is not. */
function lostPromises(file: DatabaseSync, table: string, { saved }: Promises): readonly string[] {
  const there = new Map(pairsOf(file, `select title, words from "${table}"`))
  return [...saved].flatMap(([title, words]) => {
    const kept = there.get(title)
    if (kept === undefined) return [`${title} is gone`]
    return kept < words ? [`${title}: ${words} was promised, ${kept} is kept`] : []
  })
}

function hasHistory(file: DatabaseSync): boolean {
  return file.prepare("select 1 from sqlite_schema where name = 'haykal_history'").get() !== undefined
}

/** Where the history of a record and the record itself differ: both are written in one transaction, so the last change always ends in what is there. */
function disagreements(file: DatabaseSync, table: string): readonly string[] {
  const last = `select after ->> 'title' as title, after ->> 'words' as words from haykal_history
    where model = '${table}' and id in (select max(id) from haykal_history group by model, record)`
  const told = new Map(pairsOf(file, last))
  const rows = pairsOf(file, `select title, words from "${table}" where title like 'kept %'`)
  const differing = rows.filter(([title, words]) => told.get(title) !== words)
  const missing = told.size - rows.length
  return [
    ...differing.map(([title, words]) => `${title} is ${words}, its history ends with ${told.get(title)}`),
    ...(missing === 0 ? [] : [`the history knows of ${missing} more records than there are`]),
  ]
}

function pairsOf(file: DatabaseSync, statement: string): readonly (readonly [string, number])[] {
  return file
    .prepare(statement)
    .all()
    .map(({ title, words }) => [String(title), Number(words)])
}
