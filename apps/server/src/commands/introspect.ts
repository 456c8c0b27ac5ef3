/** `haykal introspect`: what a database looks like as models. */
import { modelsOfTables, openDatabase } from '@haykal/database'
import { type FieldDefinition, labelIn, type ModelDefinition } from '@haykal/model'
import type { Call } from './command.ts'
import { expectDatabase } from './own-data.ts'

/** Prints the models: for people to read, or whole as JSON. */
export async function run(call: Call): Promise<void> {
  const { terminal, words, isJson } = call
  const { address } = expectDatabase(call, words[0])
  const database = await openDatabase(address, { isReadOnly: true, mustExist: true })
  try {
    const adoption = await modelsOfTables(database)
    if (isJson) return terminal.out(JSON.stringify(adoption, null, 2))
    for (const model of adoption.models) for (const line of linesOf(model)) terminal.out(line)
    for (const doubt of adoption.doubts) terminal.out(doubt)
  } finally {
    await database.close()
  }
}

function linesOf({ name, label, key, title, fields }: ModelDefinition): string[] {
  const keys = [key ?? 'id'].flat()
  const entries = Object.entries(fields)
  const width = Math.max(...entries.map(([field]) => field.length)) + 2
  return [
    `${name}${label === undefined ? '' : `: ${labelIn(label, 'en')}`}`,
    ...entries.map(
      ([field, definition]) =>
        `  ${field.padEnd(width)}${wordsOf(definition, { isKey: keys.includes(field), isTitle: title === field })}`,
    ),
    '',
  ]
}

function wordsOf(
  field: FieldDefinition & { readonly to?: string },
  { isKey, isTitle }: { isKey: boolean; isTitle: boolean },
): string {
  return [
    field.to === undefined ? field.kind : `${field.kind} to ${field.to}`,
    ...(isKey ? ['key'] : []),
    ...(isTitle ? ['title'] : []),
    ...(field.required === true ? ['required'] : []),
    ...(field.unique === true ? ['unique'] : []),
    ...(field.generated === true ? ['given by the database'] : []),
  ].join(', ')
}
