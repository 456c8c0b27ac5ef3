/** The children of a record: for each relation that points to it, the first of them and a way to all. */
import type { BootModel, RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, type BackRelation, labelIn, type Model } from '@haykal/model'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useModel, useModels } from '../boot/use-boot.ts'
import { ChildTable } from './child-table.tsx'
import { ChildrenPanel } from './children-panel.tsx'
import { LinkedTable } from './linked-table.tsx'
import { childrenOptions, childrenWhere } from './record-options.ts'

/** How many columns fit beside each other under a record. */
const shownColumns = 4

/** All children of a record. */
export function Children({ model, reply }: { readonly model: Model; readonly reply: RecordReply }) {
  return model.backRelations.map((relation) => {
    const where = childrenWhere(relation, reply.data)
    const key = JSON.stringify([relation.model, relation.fields])
    return where && <ChildrenOf key={key} relation={relation} where={where} />
  })
}

interface ChildrenOfProps {
  readonly relation: BackRelation
  /** The values of the fields that point to the parent. */
  readonly where: AnyRecord
}

function ChildrenOf({ relation, where }: ChildrenOfProps) {
  const known = useModel(relation.model)
  return known && <KnownChildren {...known} relation={relation} where={where} />
}

interface KnownChildrenProps extends ChildrenOfProps {
  readonly model: Model
  readonly access: BootModel
}

function KnownChildren({ model, access, relation, where }: KnownChildrenProps) {
  const { language } = useLocale()
  const through = model.field(relation.through ?? '')
  const other = useModels().get(through?.references ?? '')
  const isLink = through !== undefined && other !== undefined
  const fields = isLink ? [through] : [model.title, ...model.columns]
  const answer = useQuery(childrenOptions(useClient(), { child: model, where, fields }))
  const named = labelIn((isLink ? other : model).plural, language)
  const [own] = relation.fields
  const isNamed = !isLink && isSeveral(model, relation)
  const title = isNamed && own ? `${named} · ${labelIn(model.field(own.child)?.label ?? '', language)}` : named
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

/** Whether the model points to its parent in more than one way, so that the field has to be named. */
function isSeveral(model: Model, { fields: [own] }: BackRelation): boolean {
  const target = model.field(own?.child ?? '')?.references
  return target !== undefined && model.fields.filter((field) => field.references === target).length > 1
}
