/** Tells the person at the terminal what is being served, where, and what to do first. */
import { type Label, labelIn } from '@haykal/model'
import type { Opened, Summary } from '../project/opened.ts'
import type { Call } from './command.ts'
import { counted } from './counted.ts'

/** What is being served. */
export interface Serving {
  /** The address that people use. */
  readonly url: string
  /** Absent: there is an owner. */
  readonly setupUrl?: string
  readonly label: Label
}

/** Prints it: in words, or as one line of JSON. */
export function tellOpened({ terminal, isJson }: Call, { summary }: Opened, serving: Serving): void {
  const { url, setupUrl, label } = serving
  if (isJson) {
    const ready = { url, ...(setupUrl === undefined ? {} : { setupUrl }), ...summary }
    terminal.out(JSON.stringify(ready))
    return
  }
  const lines = [
    '',
    `  ${labelIn(label, 'en')} is at ${url}`,
    ...(setupUrl === undefined
      ? []
      : ['', '  Nobody owns it yet. Open this address to become its owner; it works once:', `  ${setupUrl}`]),
    '',
    `  ${counted(summary.models.length, 'model')} from ${summary.place}`,
    ...lockedLines(summary),
    ...doubtLines(summary, url),
    '',
  ]
  for (const line of lines) terminal.out(line)
}

function lockedLines({ models, locked, place }: Summary): string[] {
  if (locked.length === 0) return []
  const which =
    locked.length === models.length
      ? 'Everything is'
      : `${counted(locked.length, 'model')} of them ${locked.length === 1 ? 'is' : 'are'}`
  const [first = 'MODEL'] = locked
  return [
    `  ${which} read-only: nothing is written to this database until an owner unlocks a model,`,
    `  in the app or with: npm run haykal -- unlock ${quoted(first)} ${quoted(place)}`,
  ]
}

/** Each doubt is told where there is room for it. */
function doubtLines({ doubts, place }: Summary, url: string): string[] {
  if (doubts === 0) return []
  return [
    `  ${counted(doubts, 'doubt')} about what its tables are: see ${url}/-/settings/adoption`,
    `  or: npm run haykal -- introspect ${quoted(place)}`,
  ]
}

function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `"${text}"`
}
