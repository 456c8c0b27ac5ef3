/** The children of a record: for each relation that points to it, the first of them and a way to all. */
import type { BootModel, RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import type { AnyRecord, BackRelation, Model } from '@haykal/model'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModel, useModels } from '../boot/use-boot.ts'
import { ChildTable } from './child-table.tsx'
import { childrenOptions, childrenWhere } from './children-options.ts'
import { ChildrenPanel } from './children-panel.tsx'
import { childrenTitles } from './children-titles.ts'
import { LinkedTable } from './linked-table.tsx'

/** How many columns fit beside each other under a record. */
const shownColumns = 4

/** All children of a record. */
export function Children({ model, reply }: { readonly model: Model; readonly reply: RecordReply }) {
  const { language } = useLocale()
  const titles = childrenTitles(model, useModels(), language)
  return model.backRelations.map((relation, index) => {
    const where = childrenWhere(relation, reply.data)
    const title = titles[index]
    const key = JSON.stringify([relation.model, relation.fields])
    return where && title !== undefined && <ChildrenOf key={key} relation={relation} where={where} title={title} />
  })
}

interface ChildrenOfProps {
  readonly relation: BackRelation
  /** The values of the fields that point to the parent. */
  readonly where: AnyRecord
  readonly title: string
}

function ChildrenOf(properties: ChildrenOfProps) {
  const known = useModel(properties.relation.model)
  return known && <KnownChildren {...known} {...properties} />
}

interface KnownChildrenProps extends ChildrenOfProps {
  readonly model: Model
  readonly access: BootModel
}

function KnownChildren({ model, access, relation, where, title }: KnownChildrenProps) {
  const through = model.field(relation.through ?? '')
  const other = useModels().get(through?.references ?? '')
  const isLink = through !== undefined && other !== undefined
  const fields = isLink ? [through] : [model.title, ...model.columns]
  const answer = useQuery(childrenOptions(useClient(), { child: model, where, fields }))
  const columns = model.columns.filter((field) => !Object.hasOwn(where, field.name)).slice(0, shownColumns)
  return (
    <ChildrenPanel model={model} access={access} where={where} title={title} answer={answer}>
      {(page) =>
        isLink ? (
          <LinkedTable model={model} through={through} page={page} />
        ) : (
          <ChildTable model={model} columns={columns} page={page} />
        )
      }
    </ChildrenPanel>
  )
}
