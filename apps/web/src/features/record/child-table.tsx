/** Children of a record as a small table; the first cell leads to the page of each. */
import type { RecordPage } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField, recordId } from '@haykal/model'
import { Link, recordPath } from 'haykal/web'
import { useModelView } from '../boot/project-modules.ts'
import { lookOf } from '../records/column-look.ts'
import { hasPage } from '../records/has-page.ts'
import { RecordCell } from '../records/record-cell.tsx'
import styles from './children.module.css'

/** The properties of the table. */
export interface ChildTableProps {
  readonly model: Model
  readonly columns: readonly ModelField[]
  readonly page: RecordPage
}

/** The table. */
export function ChildTable({ model, columns, page }: ChildTableProps) {
  const { language } = useLocale()
  const view = useModelView(model.name)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((field) => (
            <th key={field.name} scope="col" data-align={lookOf(model, field).align}>
              <bdi>{labelIn(field.label, language)}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.data.map((record, row) => {
          const id = hasPage(model) ? recordId(model, record) : undefined
          return (
            <tr key={id ?? row}>
              {columns.map((field, index) => {
                const cell = <RecordCell field={field} listed={{ record, titles: page.meta.titles }} view={view} />
                return (
                  <td key={field.name} data-align={lookOf(model, field).align}>
                    {index === 0 && id !== undefined ? <Link to={recordPath(model.name, id)}>{cell}</Link> : cell}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
