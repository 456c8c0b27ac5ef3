/** Gives the fields of bytes on a record's page the addresses of their pictures and downloads. */
import { endpoints, fillPath, type RecordReply } from '@haykal/contract'
import { type BytesSource, BytesSourceProvider } from '@haykal/fields/inputs'
import { type ReactNode, useMemo } from 'react'

/** The properties of the provider. */
export interface BytesOfRecordProps {
  readonly model: string
  readonly id: string
  readonly reply: RecordReply
  readonly children: ReactNode
}

/** Provides the bytes of a record. */
export function BytesOfRecord({ model, id, reply, children }: BytesOfRecordProps) {
  const { etag } = reply.meta
  const source = useMemo(
    (): BytesSource => ({
      // Another state of the record is another address, so that no picture of before is shown.
      hrefOf: (field) => `${fillPath(endpoints.readBytes.path, { model, id, field })}#${encodeURIComponent(etag)}`,
    }),
    [model, id, etag],
  )
  return <BytesSourceProvider source={source}>{children}</BytesSourceProvider>
}
