/** What a record is linked to through a table of mere links: the other side at once, and beside each the way to the link itself. */
import type { RecordPage } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField, recordId } from '@haykal/model'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Link, recordPath } from 'haykal/web'
import { useModelView } from '../boot/project-modules.ts'
import { useModels } from '../boot/use-boot.ts'
import { hasPage } from '../records/has-page.ts'
import { pointerOf, pointerPath } from '../records/pointer.ts'
import { RecordCell } from '../records/record-cell.tsx'
import { titleOfValue } from '../records/title-of-record.ts'
import styles from './children.module.css'

/** The properties of the table. */
export interface LinkedTableProps {
  /** The model of the links. */
  readonly model: Model
  /** Their relation to the other side. */
  readonly through: ModelField
  readonly page: RecordPage
}

/** The table. It has no head: its one column is what the panel is called. */
export function LinkedTable({ model, through, page }: LinkedTableProps) {
  const { t, language } = useLocale()
  const view = useModelView(model.name)
  const models = useModels()
  return (
    <table className={styles.table}>
      <tbody>
        {page.data.map((record, row) => {
          const id = hasPage(model) ? recordId(model, record) : undefined
          const pointer = pointerOf(through, record[through.name] ?? null, models)
          const cell = <RecordCell field={through} listed={{ record, titles: page.meta.titles }} view={view} />
          const label = t('record.openLink', {
            model: labelIn(model.label, language),
            title: titleOfValue(through, record[through.name] ?? '', page.meta.titles),
          })
          return (
            <tr key={id ?? row}>
              <td>{pointer ? <Link to={pointerPath(pointer)}>{cell}</Link> : cell}</td>
              {id !== undefined && (
                <td className={styles.more}>
                  <Link
                    to={recordPath(model.name, id)}
                    className={buttonClass({ variant: 'quiet', iconOnly: true })}
                    aria-label={label}
                    title={label}
                  >
                    <Icon name="more" />
                  </Link>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
