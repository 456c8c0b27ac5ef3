/** Gives relation inputs the records to choose from, and addresses to what they point to. */
import { type RelationSource, RelationSourceProvider } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useClient } from 'haykal/web'
import { type ReactNode, useMemo } from 'react'
import { useModels } from '../boot/use-boot.ts'
import { foundRecordsOptions } from '../records/found-records.ts'
import { inSentence } from '../records/list-head.tsx'
import { pointerOf, pointerPath } from '../records/pointer.ts'

/** Provides the records of the server. */
export function RecordSource({ children }: { readonly children: ReactNode }) {
  const client = useClient()
  const queries = useQueryClient()
  const models = useModels()
  const { language } = useLocale()
  const source = useMemo(
    (): RelationSource => ({
      async search(field, text) {
        const model = models.get(field.references ?? '')
        return model ? await queries.fetchQuery(foundRecordsOptions(client, { model, field }, text)) : []
      },
      hrefOf(field, value) {
        const pointer = pointerOf(field, value, models)
        return pointer && pointerPath(pointer)
      },
      pluralOf: (modelName) => inSentence(labelIn(models.get(modelName)?.plural ?? modelName, language)),
      Link,
    }),
    [client, queries, models, language],
  )
  return <RelationSourceProvider source={source}>{children}</RelationSourceProvider>
}
