/** Gives relation inputs the records to choose from, and addresses to what they point to. */
import { type RelationSource, RelationSourceProvider } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn, recordId } from '@haykal/model'
import { useQueryClient } from '@tanstack/react-query'
import { Link, recordPath, useClient } from 'haykal/web'
import { type ReactNode, useMemo } from 'react'
import { useModels } from '../boot/use-boot.ts'
import { inSentence } from '../records/list-head.tsx'
import { recordsKey } from '../records/record-pages.ts'
import { titleOfRecord } from './title-of-record.ts'

/** How many records a picker offers at once. */
const offered = 20

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
        const [key] = model?.key ?? []
        if (!model || !key) return []
        const query = {
          fields: [model.title.name],
          sort: model.title.name,
          limit: offered,
          count: 'none' as const,
          ...(text.trim() !== '' && { q: text.trim() }),
        }
        const page = await queries.fetchQuery({
          queryKey: [...recordsKey(modelName), 'offered', query],
          queryFn: ({ signal }) => client.call('listRecords', { path: { model: modelName }, query, signal }),
          staleTime: 10_000,
        })
        return page.data.map((record) => {
          const id = recordId(model, record)
          return {
            id,
            key: record[key.name] ?? null,
            title: titleOfRecord(model, { data: record, meta: { id, titles: page.meta.titles } }),
          }
        })
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
