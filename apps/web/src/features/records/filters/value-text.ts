/** A value as plain text, in the language of the person: for names of commands, where nothing else can stand. */
import type { Titles } from '@haykal/contract'
import type { Locale } from '@haykal/messages/react'
import { type Json, labelIn, type ModelField, titlesName } from '@haykal/model'

/** More would make a command unreadable. */
const longest = 48

/** The text. */
export function valueText(
  field: ModelField,
  value: Json,
  { titles, t, format, language }: Pick<Locale, 't' | 'format' | 'language'> & { readonly titles: Titles },
): string {
  if (value === null) return t('filter.empty')
  const title = field.references === undefined ? undefined : titles[titlesName(field)]?.[String(value)]
  return shortened(title ?? ownText(field, value, { t, format, language }))
}

function ownText(
  field: ModelField,
  value: Json,
  { t, format, language }: Pick<Locale, 't' | 'format' | 'language'>,
): string {
  if (typeof value === 'boolean') return value ? t('app.yes') : t('app.no')
  if (!field.kind.parse(value, field.options).ok)
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  const label = field.kind.labelOf?.(value, field.options)
  if (label !== undefined) return labelIn(label, language)
  return formattedText(field, value, format) ?? field.kind.toText(value, field.options)
}

/** A number, a day or a moment in the digits and the order of the person; undefined for any other value, and for one that is none. */
export function formattedText(field: ModelField, value: Json, format: Locale['format']): string | undefined {
  if (!field.kind.parse(value, field.options).ok || field.kind.labelOf?.(value, field.options)) return undefined
  if (isNumber(field) && Number.isFinite(Number(value))) {
    const digits = String(value).split('.')[1]?.length ?? 0
    return format.number(String(value) as `${number}`, {
      useGrouping: !field.isKey,
      minimumFractionDigits: Math.min(digits, 20),
    })
  }
  if (field.column.kind === 'date') return format.date(String(value))
  return field.column.kind === 'timestamp' ? format.dateTime(String(value)) : undefined
}

function isNumber({ column, references }: ModelField): boolean {
  return references === undefined && ['integer', 'decimal', 'real'].includes(column.kind)
}

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('')
}
