/** Runs the command in the process of a test, which is quicker than in one of its own and otherwise the same. */
import { runCommand } from '../commands/run-command.ts'

/** What the command finds. */
export interface RunHere {
  readonly cwd: string
  readonly env?: { readonly [name: string]: string }
  /** What comes by standard input; absent: nothing. */
  readonly input?: string
  /** What the person at the terminal answers; absent: nobody sits there. */
  readonly ask?: (question: string) => Promise<boolean>
}

/** What came of it. */
export interface EndedHere {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs it until it ends, or would wait to be stopped. */
export async function runHere(
  args: readonly string[],
  { cwd, env = {}, input = '', ask }: RunHere,
): Promise<EndedHere> {
  const printed = { stdout: '', stderr: '' }
  const status = await runCommand(args, {
    env,
    cwd,
    out(line) {
      printed.stdout += `${line}\n`
    },
    tell(line) {
      printed.stderr += `${line}\n`
    },
    readInput: async () => input,
    ...(ask ? { ask } : {}),
    stopped: async () => {},
  })
  return { status, ...printed }
}
