/** One removed record: what it was called and held, who removed it and when, how much went with it, and the way back. */
import type { Titles, TrashedRecord } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Link } from 'haykal/web'
import { useModelView } from '../boot/project-modules.ts'
import { ChangeMoment } from '../changes/change-moment.tsx'
import { ChangeFace } from '../changes/change-set-row.tsx'
import { actText, whoText } from '../changes/change-words.ts'
import styles from '../changes/changes.module.css'
import { changeSetPath } from '../changes/changes-path.ts'
import { RecordCell } from '../records/record-cell.tsx'
import { Untitled } from '../records/untitled.tsx'
import { wishUndo } from '../undo/undo-wishes.ts'

/** How many of its values a row shows. */
const shownValues = 3

/** The properties of the row. */
export interface TrashRowProps {
  readonly model: Model
  readonly removed: TrashedRecord
  readonly titles: Titles
}

/** The row. */
export function TrashRow({ model, removed: { set, record, title, together, values }, titles }: TrashRowProps) {
  const { t } = useLocale()
  const view = useModelView(model.name)
  const shown = model.columns
    .filter((field) => field !== model.title && (values[field.name] ?? null) !== null)
    .slice(0, shownValues)
  const restore = () =>
    wishUndo({
      act: { changeSet: set.id, text: actText(t, 'remove', title) },
      only: [{ model: model.name, record }],
      told: t('history.restored', { title }),
    })
  return (
    <li className={styles.entry}>
      <ChangeFace set={set} />
      <div className={styles.words}>
        <p>
          <span className={styles.name}>{title === '' ? <Untitled /> : <bdi>{title}</bdi>}</span>{' '}
          {together > 0 && (
            <Link to={changeSetPath(set.id)} className={styles.kind}>
              {t('trash.together', { count: together })}
            </Link>
          )}
        </p>
        <p className={styles.facts}>
          {shown.map((field) => (
            <span key={field.name}>
              <RecordCell field={field} listed={{ record: values, titles }} view={view} />
            </span>
          ))}
          <span>{t('trash.by', { name: whoText(t, set) })}</span>
        </p>
      </div>
      <ChangeMoment at={set.at} to={changeSetPath(set.id)} />
      <Button icon="undo" onClick={restore} aria-label={t('trash.restoreOne', { title })}>
        {t('trash.restore')}
      </Button>
    </li>
  )
}
