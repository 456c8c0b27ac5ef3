/** On a record's page, what several of its fields point to together: the title there, or else the values, as a link. */
import type { RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { pointedTitleOptions } from '../records/pointed-title.ts'
import { type Pointer, pointerOfSeveral, pointerPath } from '../records/pointer.ts'
import styles from './record.module.css'

/** The links, as terms of a list; nothing where nothing is pointed to. */
export function ReferenceLinks({ model, reply }: { readonly model: Model; readonly reply: RecordReply }) {
  const { language } = useLocale()
  const models = useModels()
  const links = (model.definition.references ?? []).flatMap((reference) => {
    const pointer = pointerOfSeveral(reference, reply.data, models)
    return pointer ? [{ key: JSON.stringify(reference), pointer }] : []
  })
  if (links.length === 0) return null
  return (
    <dl className={styles.fields}>
      {links.map(({ key, pointer }) => (
        <div key={key} className={styles.field}>
          <dt>
            <bdi>{labelIn(pointer.target.label, language)}</bdi>
          </dt>
          <dd>
            <PointerLink pointer={pointer} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function PointerLink({ pointer }: { readonly pointer: Pointer }) {
  const { format } = useLocale()
  const { data: title } = useQuery(pointedTitleOptions({ client: useClient(), queries: useQueryClient() }, pointer))
  const values = Object.values(pointer.where).map(String)
  return (
    <Link to={pointerPath(pointer)}>
      <bdi dir="auto">{title ?? format.list(values, { type: 'unit', style: 'narrow' })}</bdi>
    </Link>
  )
}
