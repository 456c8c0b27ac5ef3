/** `haykal import`: rows of a CSV file become records and edits, as if a person had typed them in; what does not go in is told row by row. */
import { existsSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { HaykalError } from '@haykal/model'
import { type ImportReport, openRecords, withoutRejectColumns } from '@haykal/records'
import { checkCsv } from '../csv/read-csv.ts'
import { openRejects } from '../csv/write-rejects.ts'
import { Mistake } from '../mistake.ts'
import { findTarget } from '../project/find-target.ts'
import { openTarget } from '../project/open-target.ts'
import type { Opened } from '../project/opened.ts'
import { type Call, textFlag } from './command.ts'
import { type ImportTold, tellImport } from './import-words.ts'
import { type Importer, importerFor } from './importer.ts'
import { lineOf, type RejectedLine, refusalOf } from './rejected-line.ts'
import { settingsOf } from './serve-target.ts'

/** Imports and tells. Ends with 0 when all rows are in, 1 when some were rejected, 2 when nothing is in. */
export async function run(call: Call): Promise<void> {
  const { terminal } = call
  const [model, typed, target, ...more] = call.words
  if (model === undefined || typed === undefined)
    throw new Mistake('Name the model and the file: haykal import MODEL FILE. See "haykal import --help".')
  if (more.length > 0) throw new Mistake(`One file is imported at a time: "${more[0]}" is one word too many.`)
  const settings = settingsOf(call)
  const { cwd } = terminal
  const path = fileAt(cwd, typed)
  const say = (sentence: string) => terminal.tell(sentence)
  const opened = await openTarget(findTarget(target, cwd), { settings, cwd, scale: 1, modules: {}, say })
  try {
    const told = await importFile(call, opened, { model, path })
    tellImport(call, told)
    call.endWith(statusOf(told.report, told))
  } finally {
    await opened.close()
  }
}

function fileAt(cwd: string, typed: string): string {
  const path = resolve(cwd, typed)
  if (!existsSync(path)) throw new Mistake(`There is no file ${path}: check the path.`)
  // It is read twice: once to see that all of it is CSV.
  if (!statSync(path).isFile()) throw new Mistake(`${path} is no file: name a CSV file.`)
  return path
}

/** Rejected lines that are told at the terminal; all of them stand in the file. */
const mostTold = 20

interface Wanted {
  readonly model: string
  readonly path: string
}

async function importFile(call: Call, opened: Opened, { model, path }: Wanted): Promise<ImportTold> {
  const { cwd } = call.terminal
  const importer = await importerFor(opened, { model, email: textFlag(call, 'as') })
  const written = { delimiter: delimiterOf(call), encoding: textFlag(call, 'encoding') }
  const typedBase = textFlag(call, 'base')
  const csv = await checkCsv({ path, ...written })
  const base = typedBase === undefined ? undefined : await checkCsv({ path: fileAt(cwd, typedBase), ...written })
  const rejectsPath = resolve(cwd, textFlag(call, 'rejects') ?? `${path}.rejects.csv`)
  if (rejectsPath === path) throw new Mistake('--rejects names the file that is imported: name another one.')
  const columns = withoutRejectColumns(importer.visible, csv.columns)
  const rejects = openRejects({ path: rejectsPath, delimiter: written.delimiter, columns })
  const lines: RejectedLine[] = []
  const { near, ...how } = howOf(call)
  const watch = watchProgress(call, csv.count)
  try {
    const report = await openRecords(importer.core, importer.viewer, { means: 'import' }).import(model, {
      ...csv,
      ...(base ? { base } : {}),
      ...matchOf(call),
      ...how,
      async reject(rejected) {
        const line = lineOf(rejected)
        if (lines.length < mostTold) lines.push(line)
        const { cells } = rejected.row
        rejects.add({ line: line.line, cells: cells.slice(0, columns.length) }, line.sentence)
      },
      progress: watch.progress,
    })
    return { model, report, lines, count: csv.count, rejects: rejects.close(), near, ...how }
  } catch (error) {
    rejects.close()
    throw failureOf(error, { importer, columns: csv.columns, delimiter: written.delimiter, so: watch.report() })
  }
}

function howOf({ flags, terminal }: Call) {
  return {
    isDryRun: flags['dry-run'] === true,
    isAllOrNothing: flags['all-or-nothing'] === true,
    near: (path: string) => relative(terminal.cwd, path),
  }
}

function matchOf(call: Call): { readonly match?: readonly string[] } {
  const typed = textFlag(call, 'match')
  if (typed === undefined) return {}
  return { match: typed.split(',').map((name) => name.trim()) }
}

function delimiterOf(call: Call): string {
  const typed = textFlag(call, 'delimiter') ?? ','
  const delimiter = typed === 'tab' || typed === '\\t' ? '\t' : typed
  if (delimiter === '' || delimiter === '"' || /[\r\n]/.test(delimiter))
    throw new Mistake(`--delimiter is not right: it is what stands between two values, such as ";" or tab.`)
  return delimiter
}

/** Milliseconds between two words on how far it is. */
const everySoOften = 5_000

function watchProgress({ terminal, isJson }: Call, count: number) {
  let latest: ImportReport | undefined
  let toldAt = performance.now()
  return {
    report: () => latest,
    progress(report: ImportReport): void {
      latest = report
      if (isJson || performance.now() < toldAt + everySoOften) return
      toldAt = performance.now()
      const done = report.created + report.edited + report.unchanged + report.rejected
      terminal.tell(`${done.toLocaleString('en')} of ${count.toLocaleString('en')} rows so far.`)
    },
  }
}

interface Failure {
  readonly importer: Importer
  readonly columns: readonly string[]
  readonly delimiter: string
  /** How far it had come; undefined: nowhere. */
  readonly so: ImportReport | undefined
}

/** What ended the import, in one sentence where the person at the terminal can do something about it; what was stored before is always told. */
function failureOf(error: unknown, { importer, columns, delimiter, so }: Failure): unknown {
  const stored =
    so?.changeSet == null
      ? ''
      : ` Until then ${(so.created + so.edited).toLocaleString('en')} rows went in, as the change-set ${so.changeSet}: take it back, or import the file again.`
  if (error instanceof HaykalError && error.code !== 'unexpected')
    return new Mistake(`${refusalOf(error, importer)}${hintOn(columns, delimiter)}${stored}`, error)
  return stored === '' || !(error instanceof Error) ? error : new Error(`${error.message}.${stored}`, { cause: error })
}

/** A header in one piece was most likely written with another delimiter. */
function hintOn(columns: readonly string[], delimiter: string): string {
  const [only = '', ...others] = columns
  const meant = [';', '\t', ',', '|'].find((each) => each !== delimiter && only.includes(each))
  if (others.length > 0 || meant === undefined) return ''
  return ` The header is one column: if its names are separated by "${meant}", say --delimiter ${meant === '\t' ? 'tab' : `"${meant}"`}.`
}

function statusOf({ created, edited, unchanged, rejected }: ImportReport, { isAllOrNothing }: ImportTold): number {
  if (rejected === 0) return 0
  const isNothingIn = isAllOrNothing || created + edited + unchanged === 0
  return isNothingIn ? 2 : 1
}
