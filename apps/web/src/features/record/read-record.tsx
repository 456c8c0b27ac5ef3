/** A record as it is read: short fields as a list of terms, long ones below, its children under it. */
import type { RecordReply } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { isSettable, labelIn, type Model, type ModelField } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Menu } from '@haykal/ui/menu/menu.tsx'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { useModelView } from '../boot/project-modules.ts'
import { useModel } from '../boot/use-boot.ts'
import { HistoryFoot } from '../history/history-foot.tsx'
import { keyShortcut } from '../keys/key-text.ts'
import { useKeys } from '../keys/use-keys.ts'
import { LockedBanner } from '../records/locked-banner.tsx'
import { RecordCell } from '../records/record-cell.tsx'
import { useIsPhone } from '../records/use-is-phone.ts'
import { Children } from './children.tsx'
import { FieldValue } from './field-value.tsx'
import { placesOf } from './places-of.ts'
import styles from './record.module.css'
import { RecordBody } from './record-body.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordHeading } from './record-heading.tsx'
import { useRecordPlace } from './record-place.ts'
import { RecordTitle } from './record-title.tsx'
import { ReferenceLinks } from './reference-links.tsx'
import { RemoveDialog, type RemoveDialogProps } from './remove-dialog.tsx'
import { WhyDialog } from './why-dialog.tsx'

/** The properties of the record as it is read. */
export interface ReadRecordProps {
  readonly model: Model
  readonly id: string
  readonly reply: RecordReply
  readonly title: string
  /** The fields that others have just changed. */
  readonly glowing: readonly string[]
  /** What there is to say over the fields; absent: nothing. */
  readonly notice?: ReactNode
  /** Takes the focus when it appears: the form that had it is gone. */
  readonly takesFocus: boolean
  /** Called with the name of the field that was pressed, or without for the button; undefined: not just now. */
  readonly onEdit: ((field?: string) => void) | undefined
}

/** The record as it is read. */
export function ReadRecord(properties: ReadRecordProps) {
  const { model, id, reply, title, glowing, notice, takesFocus } = properties
  const known = useModel(model.name)
  const place = useRecordPlace()
  const isPhone = useIsPhone()
  const onEdit = reply.meta.can.edit ? properties.onEdit : undefined
  const isClosed = known?.access.closed !== undefined || reply.meta.closed !== undefined
  useKeys({ edit: onEdit ? () => onEdit() : undefined })
  const { short, wide } = placesOf(model.fields.filter((field) => !field.isHidden))
  const shared = { model, reply, glowing, onEdit }
  const act = reply.meta.can.edit && <EditButton isDisabled={!onEdit} onEdit={() => onEdit?.()} isWide={isPhone} />

  return (
    <article className={styles.screen}>
      <RecordHead
        model={model}
        id={id}
        act={!isPhone && act}
        menu={<MoreMenu model={model} id={id} title={title} meta={reply.meta} isClosed={isClosed} />}
      />
      {/* What closes the whole list stands over it already. */}
      {known && (!place?.isPeek || known.access.closed === undefined) && (
        <LockedBanner {...known} recordClosed={reply.meta.closed} />
      )}
      {notice}
      <RecordBody label={title} takesFocus={takesFocus}>
        <RecordHeading of={{ model, reply }}>
          <RecordTitle model={model} reply={reply} />
        </RecordHeading>
        <ReadFields className={styles.fields} {...shared} fields={short} />
        <ReferenceLinks model={model} reply={reply} />
        {wide.length > 0 && <ReadFields className={styles.wideFields} {...shared} fields={wide} />}
        <Children model={model} reply={reply} />
        {known?.access.hasHistory && <HistoryFoot model={model} id={id} />}
      </RecordBody>
      {isPhone && act && <div className={styles.bar}>{act}</div>}
    </article>
  )
}

interface EditButtonProps {
  readonly isDisabled: boolean
  /** As wide as the screen: on a phone it stands where the thumb is. */
  readonly isWide: boolean
  readonly onEdit: () => void
}

function EditButton({ isDisabled, isWide, onEdit }: EditButtonProps) {
  const { t } = useLocale()
  return (
    <Button
      icon="edit"
      variant={isWide ? 'primary' : 'plain'}
      wide={isWide}
      aria-keyshortcuts={keyShortcut('edit')}
      disabled={isDisabled}
      onClick={onEdit}
    >
      {t('record.edit')}
    </Button>
  )
}

interface MoreMenuProps extends Omit<RemoveDialogProps, 'onClose' | 'etag'> {
  readonly meta: RecordReply['meta']
  /** What is in the way stands over the record. */
  readonly isClosed: boolean
}

/** What else can be done, and why something cannot be; nothing where there is neither. */
function MoreMenu({ meta: { can, etag }, isClosed, ...of }: MoreMenuProps) {
  const { t } = useLocale()
  const [open, setOpen] = useState<'remove' | 'why'>()
  const refused = isClosed ? [] : (['edit', 'remove'] as const).filter((act) => !can[act])
  const why = t(can.edit ? 'record.whyNotRemove' : 'record.whyNotEdit')
  const items = [
    ...(refused.length > 0 ? [{ key: 'why', icon: 'info', text: why, onSelect: () => setOpen('why') }] : []),
    ...(can.remove
      ? [{ key: 'remove', icon: 'trash', text: t('record.remove'), danger: true, onSelect: () => setOpen('remove') }]
      : []),
  ]
  if (items.length === 0) return null
  const close = () => setOpen(undefined)
  return (
    <>
      <Menu
        label={t('record.more')}
        placement="belowEnd"
        trigger={(trigger) => <IconButton {...trigger} icon="more" label={t('record.more')} />}
        sections={[{ key: 'record', items }]}
      />
      {open === 'remove' && <RemoveDialog {...of} etag={etag} onClose={close} />}
      {open === 'why' && <WhyDialog {...of} title={why} acts={refused} onClose={close} />}
    </>
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

interface ReadFieldProps extends Pick<ReadRecordProps, 'model' | 'reply' | 'glowing' | 'onEdit'> {
  readonly field: ModelField
}

function ReadField({ model, field, reply, glowing, onEdit }: ReadFieldProps) {
  const { language } = useLocale()
  const view = useModelView(model.name)
  const value = reply.data[field.name] ?? null
  // What the project shows in its own way in lists, it shows so here.
  const isOwn = view !== undefined && Object.hasOwn(view.cells, field.name)
  const canPress = onEdit !== undefined && isSettable(field, 'edit')
  return (
    <div className={classNames(styles.field, glowing.includes(field.name) && styles.glowing)}>
      <dt>
        <bdi>{labelIn(field.label, language)}</bdi>
      </dt>
      {/* Pressing a value is a shortcut for those who point; the Edit button and its key do the same for everyone else. */}
      <dd
        className={canPress ? styles.pressable : undefined}
        onClick={canPress ? (event) => isPress(event) && onEdit(field.name) : undefined}
      >
        {isOwn && value !== null ? (
          <RecordCell field={field} listed={{ record: reply.data, titles: reply.meta.titles }} view={view} />
        ) : (
          <FieldValue field={field} value={value} titles={reply.meta.titles} />
        )}
      </dd>
    </div>
  )
}

/** Not a press on something that is pressed for itself, and not the end of marking a text. */
function isPress(event: MouseEvent): boolean {
  const isOnOther = event.target instanceof Element && event.target.closest('a, button, input, summary') !== null
  return !isOnOther && window.getSelection()?.isCollapsed !== false
}
