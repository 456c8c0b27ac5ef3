/** `haykal introspect`: what became of every table and view of a database, and each doubt in words. */
import { openDatabase } from '@haykal/database'
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import {
  type AdoptedObject,
  type Adoption,
  type FieldDefinition,
  isJsonObject,
  labelFromName,
  labelIn,
  type ModelDefinition,
} from '@haykal/model'
import { lookAt } from '../adopted/held-database.ts'
import { countDoubts } from '../adopted/report-adoption.ts'
import type { Call } from './command.ts'
import { counted } from './counted.ts'
import { expectDatabase } from './own-data.ts'

const english = createTranslator(en, 'en')

/** Prints the adoption: for people to read, or whole as JSON. */
export async function run(call: Call): Promise<void> {
  const { terminal, words, isJson } = call
  const { address } = expectDatabase(call, words[0])
  const database = await openDatabase(address, { isReadOnly: true, mustExist: true })
  try {
    const { adoption } = await lookAt(database)
    if (isJson) return terminal.out(JSON.stringify(adoption, null, 2))
    for (const object of adoption.objects) for (const line of linesOf(object, adoption)) terminal.out(line)
    terminal.out(sumOf(adoption))
  } finally {
    await database.close()
  }
}

function linesOf({ name, type, model, doubts }: AdoptedObject, { guesses }: Adoption): string[] {
  const guess = guesses.find(({ definition }) => definition.name === model)
  return [
    guess ? headOf(name, type, guess.definition) : `${name}: not shown (${type})`,
    ...(guess ? fieldLines(guess.definition) : []),
    ...doubts.map((doubt) => `  ? ${english.doubt(doubt)}`),
    '',
  ]
}

function headOf(name: string, type: string, { label, key, title, hidden, ...model }: ModelDefinition): string {
  const keys = keysOf(key)
  return `${name}: ${[
    labelIn(label ?? labelFromName(name), 'en'),
    type === 'virtual' ? 'virtual table' : type,
    ...(model.name === name ? [] : [`in addresses ${model.name}`]),
    keys.length === 0 ? 'no key' : `key ${keys.join(' + ')}`,
    ...(title === undefined ? [] : [`title ${title}`]),
    ...(hidden === true ? ['hidden'] : []),
  ].join(', ')}`
}

function fieldLines({ key, fields }: ModelDefinition): string[] {
  const entries = Object.entries(fields)
  const width = Math.max(0, ...entries.map(([field]) => field.length)) + 2
  return entries.map(([field, definition]) => {
    const words = wordsOf(definition, keysOf(key).includes(field))
    return `  ${field.padEnd(width)}${words.join(', ')}`
  })
}

function wordsOf(
  field: FieldDefinition & { readonly to?: string; readonly options?: unknown },
  isKey: boolean,
): string[] {
  return [
    field.to === undefined ? field.kind : `${field.kind} to ${field.to}`,
    ...(Array.isArray(field.options) ? [field.options.map(optionName).join(' | ')] : []),
    ...(isKey ? ['key'] : []),
    ...(field.required === true ? ['required'] : []),
    ...(field.unique === true ? ['unique'] : []),
    ...(field.generated === true ? ['given by the database'] : []),
    ...(field.hidden === true ? ['hidden'] : []),
  ]
}

/** Options of a choice are values, or values with labels. */
function optionName(option: unknown): string {
  return String(isJsonObject(option) ? (option.value ?? '') : option)
}

function keysOf(key: ModelDefinition['key']): readonly string[] {
  return [key ?? 'id'].flat()
}

function sumOf(adoption: Adoption): string {
  const { guesses, objects } = adoption
  const hidden = objects.filter(({ model }) => model === undefined).length
  return `${counted(guesses.length, 'model')} of ${counted(objects.length, 'object')}, ${hidden} not shown, ${counted(countDoubts(adoption), 'doubt')}.`
}
