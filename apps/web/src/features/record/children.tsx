/** The children of a record: for each relation that points to it, the first of them and a way to all. */
import type { BootModel, RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type BackRelation, labelIn, type Model, recordId } from '@haykal/model'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, recordPath, useClient } from 'haykal/web'
import { useModelView } from '../boot/project-modules.ts'
import { useModel } from '../boot/use-boot.ts'
import { lookOf } from '../records/column-look.ts'
import { inSentence } from '../records/list-head.tsx'
import { RecordCell } from '../records/record-cell.tsx'
import { listPath } from '../shell/navigation.ts'
import styles from './children.module.css'
import { childrenOptions } from './record-options.ts'

/** How many columns fit beside each other under a record. */
const shownColumns = 4

/** All children of a record. */
export function Children({ model, reply }: { readonly model: Model; readonly reply: RecordReply }) {
  const [key] = model.key
  const value = key && (reply.data[key.name] ?? null)
  if (model.key.length !== 1 || (typeof value !== 'string' && typeof value !== 'number')) return null
  return model.backRelations.map((relation) => (
    <ChildrenOf key={`${relation.model} ${relation.field}`} relation={relation} parent={value} />
  ))
}

interface ChildrenOfProps {
  readonly relation: BackRelation
  /** The key of the parent. */
  readonly parent: string | number
}

function ChildrenOf({ relation, parent }: ChildrenOfProps) {
  const known = useModel(relation.model)
  return known && <ChildTable {...known} relation={relation} parent={parent} />
}

interface ChildTableProps extends ChildrenOfProps {
  readonly model: Model
  readonly access: BootModel
}

function ChildTable({ model, access, relation, parent }: ChildTableProps) {
  const { t, language, format } = useLocale()
  const view = useModelView(model.name)
  const { data: page, isPending, isError } = useQuery(childrenOptions(useClient(), model, { relation, key: parent }))
  const columns = model.columns.filter((field) => field.name !== relation.field).slice(0, shownColumns)
  const count = page?.meta.count ?? undefined
  const plural = labelIn(model.plural, language)
  const filter = JSON.stringify({ [relation.field]: { eq: parent } })
  const canCreate = access.can.create && access.closed === undefined
  return (
    <section className={styles.children} aria-label={plural}>
      <header className={styles.head}>
        <h2>
          {plural}
          {isSeveral(model, relation) && ` · ${labelIn(model.field(relation.field)?.label ?? '', language)}`}
        </h2>
        {count !== undefined && (
          <span className={styles.count}>
            {page?.meta.countKind === 'bounded' ? t('list.countOver', { count }) : format.number(count)}
          </span>
        )}
        <span className={styles.grow} />
        {canCreate && (
          <Link
            to={`${listPath(model.name)}/-/new?${encodeURIComponent(relation.field)}=${encodeURIComponent(parent)}`}
            className={buttonClass({ variant: 'quiet' })}
          >
            <Icon name="plus" />
            {t('record.addChild', { model: inSentence(labelIn(model.label, language)) })}
          </Link>
        )}
      </header>
      {isPending && <Skeleton width="60%" />}
      {isError && <p role="alert">{t('record.childrenError')}</p>}
      {page && page.data.length === 0 && <p className={styles.none}>{t('record.noChildren')}</p>}
      {page && page.data.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((field) => (
                  <th key={field.name} scope="col" data-align={lookOf(model, field).align}>
                    {labelIn(field.label, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.data.map((record) => {
                const id = recordId(model, record)
                return (
                  <tr key={id}>
                    {columns.map((field, index) => {
                      const cell = (
                        <RecordCell field={field} listed={{ record, titles: page.meta.titles }} view={view} />
                      )
                      return (
                        <td key={field.name} data-align={lookOf(model, field).align}>
                          {index === 0 ? <Link to={recordPath(model.name, id)}>{cell}</Link> : cell}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {page && count !== undefined && count > page.data.length && (
        <Link to={`${listPath(model.name)}?filter=${encodeURIComponent(filter)}`} className={styles.all}>
          {page.meta.countKind === 'bounded' ? t('record.allChildrenOver') : t('record.allChildren', { count })}
        </Link>
      )}
    </section>
  )
}

/** Whether the model points to its parent in more than one way, so that the field has to be named. */
function isSeveral(model: Model, relation: BackRelation): boolean {
  const target = model.field(relation.field)?.references
  return model.fields.filter((field) => field.references === target).length > 1
}
