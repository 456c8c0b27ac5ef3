/** Where the bytes of a record can be had: the app gives it, since fields know no server. */
import { createContext, type ReactNode, useContext } from 'react'

/** What the app can do for the bytes of one record. */
export interface BytesSource {
  /**
   * The address of the bytes of a field, which answers with a picture or a download; undefined while there is none, as for a new record.
   * It should change with the record, or a picture that was replaced could be shown from the browser's memory.
   */
  readonly hrefOf: (fieldName: string) => string | undefined
}

const BytesSourceContext = createContext<BytesSource | undefined>(undefined)

/** Gives a source to all fields of bytes below it. */
export function BytesSourceProvider({
  source,
  children,
}: {
  readonly source: BytesSource
  readonly children: ReactNode
}) {
  return <BytesSourceContext value={source}>{children}</BytesSourceContext>
}

/** The source; undefined outside of a `BytesSourceProvider`, where bytes are shown by their size only. */
export function useBytesSource(): BytesSource | undefined {
  return useContext(BytesSourceContext)
}
