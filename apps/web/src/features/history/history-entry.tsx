/** One change of a record in its timeline, with what can be done about it. */
import type { RecordChange, RecordReply, Titles } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { isSameJson, isSettable, labelIn, type Model } from '@haykal/model'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { Menu, type MenuItem } from '@haykal/ui/menu/menu.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { useRouter } from '@tanstack/react-router'
import { ChangeMoment } from '../changes/change-moment.tsx'
import { ChangeFace } from '../changes/change-set-row.tsx'
import { actText, actTexts, meansText, whoText } from '../changes/change-words.ts'
import { changedFields } from '../changes/changed-fields.ts'
import { changeSetPath } from '../changes/changes-path.ts'
import { FieldDifferences } from '../changes/field-differences.tsx'
import { settableModel } from '../record/settable-model.ts'
import { wishUndo } from '../undo/undo-wishes.ts'
import styles from './history.module.css'
import type { RestoreWish } from './use-restore.ts'

/** The properties of the entry. */
export interface HistoryEntryProps {
  readonly model: Model
  readonly change: RecordChange
  readonly titles: Titles
  /** The record as it is now; undefined: not known, or not there. */
  readonly record: RecordReply | undefined
  /** Nothing was done since. */
  readonly isLatest: boolean
  readonly onRestore: (wish: RestoreWish) => void
}

/** The entry. */
export function HistoryEntry(properties: HistoryEntryProps) {
  const { model, change, titles } = properties
  const { t, language } = useLocale()
  const { set, act } = change
  const means = meansText({ t, language }, set)
  return (
    <li className={styles.change}>
      <ChangeFace set={set} />
      <div>
        <p className={styles.changeHead}>
          <bdi className={styles.who}>{whoText(t, set)}</bdi>
          <span className={styles.act}>{t(actTexts[act])}</span>
          {means !== undefined && <Tag tone={set.means === 'outside' ? 'warn' : 'neutral'}>{means}</Tag>}
          {set.undoneBy !== undefined && <Tag tone="plum">{t('changes.undone')}</Tag>}
          <ChangeMoment at={set.at} to={changeSetPath(set.id)} />
        </p>
        <FieldDifferences model={model} change={change} titles={titles} most={act === 'edit' ? 20 : 5} />
      </div>
      <EntryMenu {...properties} />
    </li>
  )
}

/** The ways back: to the record as it was then, to one value of it, or to how it was before the whole act. */
function EntryMenu({ model, change, record, isLatest, onRestore }: HistoryEntryProps) {
  const { t, language } = useLocale()
  const { history } = useRouter()
  const { set, act, title } = change
  const canRestore = act !== 'remove' && record?.meta.can.edit === true
  const settable = settableModel(model, record?.meta.can.fields)
  const fields = changedFields(settable, change).filter(
    ({ field, values }) =>
      isSettable(field, 'edit') && !values.sealed && !isSameJson(values.after, record?.data[field.name] ?? null),
  )
  const whole: MenuItem = {
    key: 'version',
    icon: 'refresh',
    text: t('history.restoreVersion'),
    onSelect: () => onRestore({ change: change.id }),
  }
  const single = fields.map(
    ({ field }): MenuItem => ({
      key: `field ${field.name}`,
      icon: 'refresh',
      text: t('history.restoreField', { field: labelIn(field.label, language) }),
      onSelect: () => onRestore({ change: change.id, fields: [field.name] }),
    }),
  )
  const undo: MenuItem = {
    key: 'undo',
    icon: 'undo',
    text: t('history.undo'),
    onSelect: () => wishUndo({ act: { changeSet: set.id, text: actText(t, act, title) }, isAsked: true }),
  }
  const show: MenuItem = {
    key: 'show',
    icon: 'list',
    text: t('history.showSet'),
    onSelect: () => history.push(changeSetPath(set.id)),
  }
  const restores = canRestore ? [...(isLatest ? [] : [whole]), ...single] : []
  return (
    <Menu
      label={t('history.acts')}
      placement="belowEnd"
      trigger={(trigger) => <IconButton {...trigger} icon="more" label={t('history.acts')} className={styles.acts} />}
      sections={[
        ...(restores.length > 0 ? [{ key: 'restore', items: restores }] : []),
        { key: 'set', items: [undo, show] },
      ]}
    />
  )
}
