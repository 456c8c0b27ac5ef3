/** What the compiler says of a project as a whole: its problems, and how much work its types were. */
import { spawnSync } from 'node:child_process'
import { compiler } from './language-server.ts'

/** The work. */
export interface TypeWork {
  /** Empty: nothing is wrong. */
  readonly problems: string
  /** How often a generic type was filled in: the same in every run, whatever else the machine does. */
  readonly instantiations: number
  /** Seconds. */
  readonly check: number
}

/** Compiles a project, with one checker, so that runs can be compared. */
export function measureTypes(folder: string): TypeWork {
  const args = [compiler, '-p', folder, '--singleThreaded', '--extendedDiagnostics', '--pretty', 'false']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder })
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1])
  const problems = stdout.split('\n').filter((line) => /\berror TS\d+/.test(line))
  return {
    problems: problems.join('\n'),
    instantiations: figure('Instantiations'),
    check: figure('Check time'),
  }
}
