/** A group of conditions: how they belong together, each of them, and what may be added. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useId, useRef } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import styles from './builder.module.css'
import { childrenNamed } from './field-path.ts'
import { FieldPicker } from './field-picker.tsx'
import {
  type FilterChildren,
  type FilterGroup,
  type FilterNode,
  joins,
  newChildren,
  newGroup,
  newTest,
} from './filter-tree.ts'
import { TestEditor } from './test-editor.tsx'

/** The properties of the editor. */
export interface GroupEditorProps {
  /** Of whose records it is asked. */
  readonly model: Model
  readonly group: FilterGroup
  /** How many groups it stands in. */
  readonly depth: number
  /** What is not filled in yet is said to be. */
  readonly isRefused: boolean
  readonly onChange: (group: FilterGroup) => void
  /** Undefined: it cannot be taken away. */
  readonly onRemove: (() => void) | undefined
}

/** Deeper, nobody could follow any more. */
const deepest = 4

/** The editor. */
export function GroupEditor({ model, group, depth, isRefused, onChange, onRemove }: GroupEditorProps) {
  const { t } = useLocale()
  const id = useId()
  const place = useRef<HTMLFieldSetElement>(null)
  const setOf = (of: readonly FilterNode[]) => onChange({ ...group, of })
  const add = (node: FilterNode) => setOf([...group.of, node])
  const replace = (index: number) => (node: FilterNode) => setOf(group.of.with(index, node))
  const remove = (index: number) => () => {
    setOf(group.of.toSpliced(index, 1))
    // What had the focus is gone: one goes on from what stays.
    place.current?.querySelector<HTMLElement>('select')?.focus()
  }
  return (
    <fieldset ref={place} className={styles.group} aria-labelledby={id}>
      <div className={styles.join}>
        <label id={id} htmlFor={`${id}join`}>
          {t('builder.join')}
        </label>
        <Select
          id={`${id}join`}
          className={styles.joinChoice}
          value={group.join}
          autoFocus={depth > 0 && group.of.length === 0}
          onChange={(event) => onChange({ ...group, join: event.target.value as FilterGroup['join'] })}
        >
          {joins.map((join) => (
            <option key={join} value={join}>
              {t(`builder.${join}`)}
            </option>
          ))}
        </Select>
        {onRemove && <IconButton icon="trash" variant="quiet" label={t('builder.removeGroup')} onClick={onRemove} />}
      </div>
      <ul className={styles.nodes}>
        {group.of.map((node, index) => (
          <li key={node.id} className={styles.node}>
            <NodeEditor {...{ model, node, depth, isRefused }} onChange={replace(index)} onRemove={remove(index)} />
          </li>
        ))}
      </ul>
      {group.of.length === 0 && <p className={styles.empty}>{t('builder.emptyGroup')}</p>}
      <div className={styles.add}>
        <Popover
          label={t('filter.title')}
          onOpen={(content) => content.querySelector('input')?.focus()}
          trigger={(trigger) => (
            <Button variant="quiet" icon="plus" {...trigger}>
              {t('builder.addTest')}
            </Button>
          )}
        >
          {(close) => (
            <FieldPicker
              model={model}
              onPick={(picked) => {
                close()
                add(picked.type === 'field' ? newTest(picked.path) : newChildren(picked.path))
              }}
            />
          )}
        </Popover>
        {depth < deepest && (
          <Button variant="quiet" icon="layers" onClick={() => add(newGroup(group.join === 'all' ? 'any' : 'all'))}>
            {t('builder.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

interface NodeEditorProps extends Pick<GroupEditorProps, 'model' | 'depth' | 'isRefused'> {
  readonly node: FilterNode
  readonly onChange: (node: FilterNode) => void
  readonly onRemove: () => void
}

function NodeEditor({ node, depth, ...rest }: NodeEditorProps) {
  switch (node.type) {
    case 'group':
      return <GroupEditor {...rest} group={node} depth={depth + 1} />
    case 'children':
      return <ChildrenEditor {...rest} node={node} depth={depth} />
    case 'test':
      return <TestEditor {...rest} test={node} />
  }
}

interface ChildrenEditorProps extends Pick<GroupEditorProps, 'model' | 'depth' | 'isRefused'> {
  readonly node: FilterChildren
  readonly onChange: (node: FilterChildren) => void
  readonly onRemove: () => void
}

/** What is asked of the records that point back: whether there are some, or none, and what holds of them. */
function ChildrenEditor({ model, node, depth, isRefused, onChange, onRemove }: ChildrenEditorProps) {
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
