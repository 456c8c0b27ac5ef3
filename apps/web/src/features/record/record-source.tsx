/** Gives relation inputs the records to choose from, and addresses to what they point to. */
import { type RelationSource, RelationSourceProvider } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn } from '@haykal/model'
import { useQueryClient } from '@tanstack/react-query'
import { Link, recordPath, useClient } from 'haykal/web'
import { type ReactNode, useMemo } from 'react'
import { useModels } from '../boot/use-boot.ts'
import { foundRecordsOptions } from '../records/found-records.ts'
import { inSentence } from '../records/list-head.tsx'

/** Provides the records of the server. */
export function RecordSource({ children }: { readonly children: ReactNode }) {
  const client = useClient()
  const queries = useQueryClient()
  const models = useModels()
  const { language } = useLocale()
  const source = useMemo(
    (): RelationSource => ({
      async search(modelName: string, text: string) {
        const model = models.get(modelName)
        return model ? await queries.fetchQuery(foundRecordsOptions(client, model, text)) : []
      },
      hrefOf: (modelName: string, key: Json) =>
        models.get(modelName) ? recordPath(modelName, String(key)) : undefined,
      pluralOf: (modelName) => inSentence(labelIn(models.get(modelName)?.plural ?? modelName, language)),
      Link,
    }),
    [client, queries, models, language],
  )
  return <RelationSourceProvider source={source}>{children}</RelationSourceProvider>
}
