/** Builds a filter of groups: what must hold, one condition after the other, and read as a sentence meanwhile. */

import { useLocale } from '@haykal/messages/react'
import { type Filter, labelIn, type Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { useState } from 'react'
import { inSentence } from '../list-head.tsx'
import styles from './builder.module.css'
import { FilterSentence } from './filter-sentence.tsx'
import { type FilterGroup, filterOf, isUnfinished, newChildren, newGroup, treeOf } from './filter-tree.ts'
import { GroupEditor } from './group-editor.tsx'

/** The properties of the builder. */
export interface FilterBuilderProps {
  readonly model: Model
  /** What it begins with; absent: nothing. */
  readonly filter: Filter | undefined
  /** Asks at once for the records that point back there; absent: it does not. */
  readonly asked: string | undefined
  readonly onApply: (filter: Filter | undefined) => void
  readonly onClose: () => void
}

/** The builder. */
export function FilterBuilder({ model, filter, asked, onApply, onClose }: FilterBuilderProps) {
  const { t, language } = useLocale()
  const [group, setGroup] = useState<FilterGroup>(() => begun(filter, asked))
  const [isRefused, setRefused] = useState(false)
  const apply = () => {
    if (isUnfinished(group) && group.of.length > 0) setRefused(true)
    else onApply(filterOf(group))
  }
  return (
    <Dialog
      wide
      title={t('builder.title', { models: inSentence(labelIn(model.plural, language)) })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onClick={apply}>
            {t('filter.apply')}
          </Button>
        </>
      }
    >
      <p className={styles.sentence} aria-live="polite">
        <FilterSentence model={model} filter={filterOf(group)} />
      </p>
      {isRefused && isUnfinished(group) && (
        <p className={styles.problem} role="alert">
          {t('builder.unfinished')}
        </p>
      )}
      <GroupEditor
        model={model}
        group={group}
        depth={0}
        isRefused={isRefused}
        onChange={setGroup}
        onRemove={undefined}
      />
    </Dialog>
  )
}

function begun(filter: Filter | undefined, asked: string | undefined): FilterGroup {
  const group = treeOf(filter) ?? newGroup()
  if (asked === undefined) return group
  const added = newChildren(asked)
  return group.join === 'all' ? { ...group, of: [...group.of, added] } : newGroup('all', [group, added])
}
