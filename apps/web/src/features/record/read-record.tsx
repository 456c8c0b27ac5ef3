/** A record as it is read: short fields as a list of terms, long ones below, its children under it. */
import type { RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { Menu } from '@haykal/ui/menu/menu.tsx'
import { useState } from 'react'
import { useModelView } from '../boot/project-modules.ts'
import { useModel } from '../boot/use-boot.ts'
import { LockedBanner } from '../records/locked-banner.tsx'
import { RecordCell } from '../records/record-cell.tsx'
import { useKeys } from '../records/use-keys.ts'
import { Children } from './children.tsx'
import { FieldValue } from './field-value.tsx'
import { placesOf } from './places-of.ts'
import styles from './record.module.css'
import { RecordHead } from './record-head.tsx'
import { RecordTitle } from './record-title.tsx'
import { ReferenceLinks } from './reference-links.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

/** The properties of the page. */
export interface ReadRecordProps {
  readonly model: Model
  readonly id: string
  readonly reply: RecordReply
  readonly title: string
  /** Called with the name of the field that was pressed, or without for the button. */
  readonly onEdit: (field?: string) => void
}

/** Long records are read with the keyboard too, also where nothing in them can be pressed. */
const scrollable = { role: 'group', tabIndex: 0 }

/** The page. */
export function ReadRecord({ model, id, reply, title, onEdit }: ReadRecordProps) {
  const { t } = useLocale()
  const known = useModel(model.name)
  const [isRemoving, setRemoving] = useState(false)
  const { can, etag } = reply.meta
  useKeys(...(can.edit ? [['KeyE', () => onEdit()] as const] : []))
  const { short, wide } = placesOf(model.fields.filter((field) => !field.isHidden))
  const shared = { model, reply, onEdit: can.edit ? onEdit : undefined }

  return (
    <article className={styles.screen}>
      <RecordHead model={model}>
        {can.edit && (
          <Button icon="edit" aria-keyshortcuts="e" onClick={() => onEdit()}>
            {t('record.edit')}
          </Button>
        )}
        {can.remove && (
          <Menu
            label={t('record.more')}
            placement="belowEnd"
            trigger={(trigger) => <IconButton {...trigger} icon="more" label={t('record.more')} />}
            sections={[
              {
                key: 'record',
                items: [
                  {
                    key: 'remove',
                    icon: 'trash',
                    text: t('record.remove'),
                    danger: true,
                    onSelect: () => setRemoving(true),
                  },
                ],
              },
            ]}
          />
        )}
      </RecordHead>
      {known && <LockedBanner {...known} recordClosed={reply.meta.closed} />}
      <div {...scrollable} aria-label={title} className={styles.body}>
        <h1 className={styles.title}>
          <RecordTitle model={model} reply={reply} />
        </h1>
        <ReadFields className={styles.fields} {...shared} fields={short} />
        <ReferenceLinks model={model} reply={reply} />
        {wide.length > 0 && <ReadFields className={styles.wideFields} {...shared} fields={wide} />}
        <Children model={model} reply={reply} />
      </div>
      {isRemoving && (
        <RemoveDialog model={model} id={id} etag={etag} title={title} onClose={() => setRemoving(false)} />
      )}
    </article>
  )
}

interface ReadFieldsProps extends Omit<ReadFieldProps, 'field'> {
  readonly fields: readonly ModelField[]
  readonly className: string | undefined
}

function ReadFields({ fields, className, ...shared }: ReadFieldsProps) {
  return (
    <dl className={className}>
      {fields.map((field) => (
        <ReadField key={field.name} {...shared} field={field} />
      ))}
    </dl>
  )
}

interface ReadFieldProps {
  readonly model: Model
  readonly field: ModelField
  readonly reply: RecordReply
  /** Undefined when the record cannot be edited. */
  readonly onEdit: ((field: string) => void) | undefined
}

function ReadField({ model, field, reply, onEdit }: ReadFieldProps) {
  const { language } = useLocale()
  const view = useModelView(model.name)
  const value = reply.data[field.name] ?? null
  // What the project shows in its own way in lists, it shows so here.
  const isOwn = view !== undefined && Object.hasOwn(view.cells, field.name)
  const canPress = onEdit !== undefined && !field.isReadOnly && !field.isKey
  return (
    <div className={styles.field}>
      <dt>
        <bdi>{labelIn(field.label, language)}</bdi>
      </dt>
      {/* Pressing a value is a shortcut for those who point; the Edit button does the same for everyone else. */}
      <dd onDoubleClick={canPress ? () => onEdit(field.name) : undefined}>
        {isOwn && value !== null ? (
          <RecordCell field={field} listed={{ record: reply.data, titles: reply.meta.titles }} view={view} />
        ) : (
          <FieldValue field={field} value={value} titles={reply.meta.titles} />
        )}
      </dd>
    </div>
  )
}
