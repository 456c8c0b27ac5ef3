/** `haykal doctor`: each setting, its value and where it came from. */
import { readSettings, type SettingSource, sourcesOfSettings } from '../settings/read-settings.ts'
import type { Call } from './command.ts'

/** Prints the settings; then says which is wrong, if one is. */
export async function run({ terminal, isJson }: Call): Promise<void> {
  const { env, cwd } = terminal
  const sources = sourcesOfSettings({ env, cwd }).map(withoutSecret)
  if (isJson) terminal.out(JSON.stringify({ settings: sources }, null, 2))
  else
    for (const { name, value = '', source } of sources) terminal.out(`${name.padEnd(16)}${value.padEnd(28)}${source}`)
  readSettings({ env, cwd })
}

function withoutSecret({ name, value, source, isSecret }: SettingSource) {
  const shown = isSecret && value !== undefined ? hidden(value) : value
  return { name, ...(shown === undefined ? {} : { value: shown }), source }
}

/** An address stays readable but for its password. */
function hidden(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url) return '(secret)'
  if (url.password !== '') url.password = '…'
  return decodeURI(url.href)
}
