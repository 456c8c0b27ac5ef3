/** What is asked of the records that point back: whether there are some, or none, and what holds of them. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useId } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import styles from './builder.module.css'
import { childrenNamed } from './field-path.ts'
import type { FilterChildren } from './filter-tree.ts'
import { GroupEditor } from './group-editor.tsx'

/** The properties of the editor. */
export interface ChildrenEditorProps {
  readonly model: Model
  readonly node: FilterChildren
  readonly depth: number
  readonly isRefused: boolean
  readonly onChange: (node: FilterChildren) => void
  readonly onRemove: () => void
}

/** The editor. */
export function ChildrenEditor({ model, node, depth, isRefused, onChange, onRemove }: ChildrenEditorProps) {
  const { t, language } = useLocale()
  const models = useModels()
  const id = useId()
  const found = childrenNamed(node.path, model, { models, language })
  const label = found?.label ?? node.path
  return (
    <div className={styles.children} role="group" aria-labelledby={id}>
      <div className={styles.join}>
        <Select
          className={styles.joinChoice}
          aria-label={t('builder.children', { models: label })}
          value={node.word}
          onChange={(event) => onChange({ ...node, word: event.target.value as FilterChildren['word'] })}
        >
          <option value="some">{t('builder.some')}</option>
          <option value="none">{t('builder.noneOf')}</option>
        </Select>
        <strong id={id}>
          <bdi>{label}</bdi>
        </strong>
        <IconButton icon="trash" variant="quiet" label={t('filter.remove', { filter: label })} onClick={onRemove} />
      </div>
      {found && (
        <GroupEditor
          model={found.model}
          group={node.group}
          depth={depth + 1}
          isRefused={isRefused}
          onChange={(group) => onChange({ ...node, group })}
          onRemove={undefined}
        />
      )}
    </div>
  )
}
