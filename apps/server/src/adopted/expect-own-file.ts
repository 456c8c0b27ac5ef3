/** Makes sure that a data folder and a file belong together, so that two databases never share people, rules or histories. */
import { Mistake } from '../mistake.ts'
import type { Answers } from './data-folder.ts'
import { type FileMemory, isSameDatabase } from './file-memory.ts'

/** A data folder that is about to be used for a file. */
export interface Pair {
  readonly folder: string
  /** Absent: it belongs to no file yet. */
  readonly known: FileMemory | undefined
  readonly file: FileMemory
  /** The folder lies beside the file and has its name: both may have been moved together. */
  readonly isBeside: boolean
}

/** Throws `Mistake` when the folder belongs to another file and nobody says otherwise. */
export async function expectOwnFile({ folder, known, file, isBeside }: Pair, answers: Answers): Promise<void> {
  if (!known || answers.isSame === true) return
  const isSame = isSameDatabase(known, file)
  if (isSame && (isBeside || known.path === file.path)) return
  const told = isSame
    ? `${folder} belongs to ${known.path}, and ${file.path} looks like the same database, moved, renamed or copied`
    : `${file.path} holds another database than the one that ${folder} belongs to, which had ${listed(Object.keys(known.tables))}`
  if (
    answers.ask &&
    (await answers.ask(`${told}. Is it the same database, to go on with its people, rules and history?`))
  )
    return
  throw new Mistake(
    `${told}. If it is the same one, say --same to go on with its people, rules and history; if not, begin anew in another folder with --data DIR.`,
  )
}

function listed(names: readonly string[]): string {
  const most = 5
  return [...names.slice(0, most), ...(names.length > most ? [`${names.length - most} more`] : [])].join(', ')
}
