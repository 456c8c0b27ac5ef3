/** Finds the command that was typed, runs it, and turns what went wrong into one sentence and an exit status. */
import { parseArgs } from 'node:util'
import { Mistake } from '../mistake.ts'
import { type Call, type Command, parseOptions, type Terminal } from './command.ts'
import { aliases, commands } from './commands.ts'

/** Runs the command. Gives the exit status: 0 done, 2 something to put right, 1 our fault, or what the command itself says. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const isJson = args.includes('--json')
  try {
    return await run(args, terminal)
  } catch (error) {
    const isOwnFault = !isMistake(error)
    const sentence = error instanceof Error ? error.message : String(error)
    terminal.tell(isJson ? JSON.stringify({ error: sentence }) : sentence)
    if (isOwnFault && error instanceof Error) terminal.tell(String(error.stack))
    return isOwnFault ? 1 : 2
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const found = findCommand(args)
  if (!found) {
    terminal.out(generalHelp())
    return 0
  }
  const { name, command, rest } = found
  const { values, positionals } = parse(name, command, rest)
  if (values.help === true) {
    terminal.out(helpOf(name, command))
    return 0
  }
  const { run: runLoaded } = await command.load()
  let status = 0
  const endWith = (wanted: number) => {
    status = wanted
  }
  const flags = values as Call['flags']
  await runLoaded({ terminal, flags, words: positionals, isJson: values.json === true, endWith })
  return status
}

function findCommand(args: readonly string[]): { name: string; command: Command; rest: readonly string[] } | undefined {
  const [first = '', second = ''] = args
  if (['', '--help', '-h', 'help'].includes(first)) return undefined
  const alias = Object.hasOwn(aliases, first) ? aliases[first] : undefined
  const name = alias?.command ?? (Object.hasOwn(commands, `${first} ${second}`) ? `${first} ${second}` : first)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Mistake(`There is no command "${first}": there are ${Object.keys(commands).join(', ')}.`)
  const typed = args.slice(alias ? 1 : name.split(' ').length)
  return { name, command, rest: [...(alias?.flags ?? []), ...typed] }
}

function parse(name: string, command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: parseOptions(command), allowPositionals: true, strict: true })
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(/\. |\n/)[0] ?? '').replace(/\.$/, '') : String(cause)
    throw new Mistake(`${reason}: see "haykal ${name} --help".`, cause)
  }
}

/** Errors whose message is meant for the person at the terminal; told by name, so that none of their packages is loaded for it. */
function isMistake(error: unknown): boolean {
  return error instanceof Error && ['Mistake', 'CannotOpenDatabase', 'ModelMistakes'].includes(error.name)
}

function generalHelp(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`)
  return ['haykal COMMAND [--json] [--help]', '', ...lines].join('\n')
}

function helpOf(name: string, { usage, summary, flags }: Command): string {
  const named = Object.entries(flags).map(([flag, { value, help }]) => [
    `--${flag}${value === undefined ? '' : ` ${value}`}`,
    help,
  ])
  const all = [...named, ['--json', 'answer in JSON'], ['--help', 'this text']]
  const lines = all.map(([flag = '', help]) => `  ${flag.padEnd(20)}${help}`)
  return [`haykal ${name} ${usage}`.trimEnd(), '', `${summary}.`, '', ...lines].join('\n')
}
