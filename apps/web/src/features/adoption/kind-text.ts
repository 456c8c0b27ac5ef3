/** What a field can hold, in words: its kind, and how the column writes its values. */
import { type FieldKindName, fieldKinds } from '@haykal/fields'
import type { MessageKey, Translator } from '@haykal/messages'
import type { Column, FieldDefinition, FieldKind, TimestampForm } from '@haykal/model'

/** Kinds that point to another model are named by it, see below. */
const kindKeys: { readonly [Name in Exclude<FieldKindName, 'relation'>]: MessageKey & `kind.${Name}` } = {
  text: 'kind.text',
  longText: 'kind.longText',
  integer: 'kind.integer',
  number: 'kind.number',
  decimal: 'kind.decimal',
  boolean: 'kind.boolean',
  date: 'kind.date',
  datetime: 'kind.datetime',
  choice: 'kind.choice',
  json: 'kind.json',
  bytes: 'kind.bytes',
  markdown: 'kind.markdown',
  tags: 'kind.tags',
  colour: 'kind.colour',
  slug: 'kind.slug',
  uuid: 'kind.uuid',
  time: 'kind.time',
  phone: 'kind.phone',
  url: 'kind.url',
  email: 'kind.email',
  percent: 'kind.percent',
  money: 'kind.money',
}

const formKeys: { readonly [Form in TimestampForm]: MessageKey & `kind.${Form}` } = {
  iso: 'kind.iso',
  sql: 'kind.sql',
  seconds: 'kind.seconds',
  milliseconds: 'kind.milliseconds',
  julian: 'kind.julian',
}

/** A bound beyond this many characters is none that anybody meets. */
const longestNamed = 10_000

/** The words of a definition; `nameOf` says what a model is called. The name of the kind itself where there are no words for it. */
export function kindText(t: Translator, definition: FieldDefinition, nameOf: (model: string) => string): string {
  const { kind: name } = definition
  const kind: FieldKind | undefined = Object.hasOwn(fieldKinds, name) ? fieldKinds[name as FieldKindName] : undefined
  const target = kind?.references?.(definition)
  if (target !== undefined) return t('kind.relation', { model: nameOf(target) })
  const words = Object.hasOwn(kindKeys, name) ? t(kindKeys[name as keyof typeof kindKeys]) : name
  const written = kind ? writtenText(t, words, kind.column(definition)) : words
  const { maxLength } = definition as { readonly maxLength?: unknown }
  return typeof maxLength === 'number' && maxLength <= longestNamed
    ? t('kind.atMost', { kind: written, count: maxLength })
    : written
}

function writtenText(t: Translator, kind: string, column: Column): string {
  if ('written' in column && column.written !== undefined) return t(formKeys[column.written], { kind })
  if ('isMixed' in column && column.isMixed === true) return t('kind.mixed', { kind })
  if ('scale' in column && column.scale !== undefined) return t('kind.places', { kind, count: column.scale })
  return kind
}
