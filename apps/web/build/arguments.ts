/** Reads the arguments of the build commands. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** Thrown for arguments that make no sense; the message says what to write instead. */
export class UsageError extends Error {}

/** The values of `--name VALUE` arguments; every name that is not listed is refused. */
export function readArguments<Name extends string>(
  names: readonly Name[],
  args = process.argv.slice(2),
): { readonly [name in Name]?: string } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args, options, allowPositionals: false }).values as { readonly [name in Name]?: string }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A path as typed, made full. */
export function fullPath(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path)
}

/** Runs a command; what goes wrong is printed in one line, and decides the exit status. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
