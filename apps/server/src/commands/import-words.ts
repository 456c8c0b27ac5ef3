/** What is told of an import at its end. */
import type { ImportReport } from '@haykal/records'
import type { Call } from './command.ts'
import { counted } from './counted.ts'
import type { RejectedLine } from './rejected-line.ts'

/** An import that came to its end. */
export interface ImportTold {
  readonly model: string
  readonly report: ImportReport
  /** How many rows the file has. */
  readonly count: number
  /** The first of those that were rejected. */
  readonly lines: readonly RejectedLine[]
  /** Where all of those are; null: there are none. */
  readonly rejects: string | null
  readonly isDryRun: boolean
  readonly isAllOrNothing: boolean
  /** A path as it is written from here. */
  near(path: string): string
}

/** Prints it, as sentences or as one object. */
export function tellImport({ terminal, isJson }: Call, told: ImportTold): void {
  if (isJson) {
    terminal.out(JSON.stringify(objectOf(told)))
    return
  }
  for (const { line, sentence } of told.lines) terminal.tell(`Line ${line}: ${sentence}`)
  for (const sentence of sentencesOf(told)) terminal.out(sentence)
}

function objectOf({ model, report, count, lines, rejects, isDryRun, ...told }: ImportTold) {
  return {
    model,
    rows: count,
    ...report,
    dryRun: isDryRun,
    written: isWritten({ report, isDryRun, ...told }),
    rejects,
    problems: lines.map(({ line, problems }) => ({ line, problems })),
  }
}

function isWritten({ report, isDryRun, isAllOrNothing }: Pick<ImportTold, 'report' | 'isDryRun' | 'isAllOrNothing'>) {
  return !isDryRun && !(isAllOrNothing && report.rejected > 0) && report.created + report.edited > 0
}

function* sentencesOf(told: ImportTold): Generator<string> {
  const { report, count, rejects, isDryRun, isAllOrNothing, near } = told
  const { created, edited, unchanged, rejected, ignored, changeSet } = report
  const isKeptOut = isAllOrNothing && rejected > 0
  const would = isDryRun || isKeptOut ? 'would be ' : ''
  const number = (amount: number) => amount.toLocaleString('en')
  if (isDryRun) yield 'Nothing was written: this was a dry run.'
  else if (isKeptOut) yield 'Nothing was written, as not all rows could go in.'
  yield `${counted(count, 'row')}: ${number(created)} ${would}created, ${number(edited)} ${would}edited, ${number(unchanged)} unchanged, ${number(rejected)} rejected.`
  if (ignored.length > 0) yield `Left out, as nobody can set it: ${ignored.join(', ')}.`
  if (rejects !== null) {
    const mend = would === '' ? 'mend them there, and import that file' : 'mend those lines, and import the file again'
    yield `The rejected rows are in ${near(rejects)}, each with its line and what is wrong: ${mend}.`
  }
  if (changeSet !== null)
    yield `Change-set ${changeSet}: it can be taken back as a whole, in the history or with POST /api/v1/-/changes/${changeSet}/undo.`
}
