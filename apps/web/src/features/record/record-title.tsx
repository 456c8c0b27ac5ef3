/** The title of a record as its field shows it, so that a number is in the digits of the reader. */
import type { RecordReply } from '@haykal/contract'
import { isBlank, type Model } from '@haykal/model'
import { titleOfRecord } from '../records/title-of-record.ts'
import { FieldValue } from './field-value.tsx'

/** The title. */
export function RecordTitle({ model, reply }: { readonly model: Model; readonly reply: RecordReply }) {
  const value = reply.data[model.title.name] ?? null
  if (value === null || isBlank(String(value)) || model.title.references !== undefined)
    return <bdi dir="auto">{titleOfRecord(model, reply)}</bdi>
  return <FieldValue field={model.title} value={value} titles={reply.meta.titles} />
}
