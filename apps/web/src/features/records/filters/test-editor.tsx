/** One condition of a group: its field, what is asked of it, and what it is compared with. */
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { IconButton } from '@haykal/ui/button/button.tsx'
import { useEffect, useId, useRef, useState } from 'react'
import { useModels } from '../../boot/use-boot.ts'
import styles from './builder.module.css'
import { followPath } from './field-path.ts'
import type { FilterTest } from './filter-tree.ts'
import { followTerm } from './follow-term.ts'
import { beginTerm, type TermDraft, TermFields, useTermOf } from './term-fields.tsx'

/** The properties of the editor. */
export interface TestEditorProps {
  readonly model: Model
  readonly test: FilterTest
  readonly isRefused: boolean
  readonly onChange: (test: FilterTest) => void
  readonly onRemove: () => void
}

/** The editor. */
export function TestEditor({ model, test, isRefused, onChange, onRemove }: TestEditorProps) {
  const { t, language } = useLocale()
  const models = useModels()
  const termOf = useTermOf()
  const id = useId()
  const followed = test.term && followTerm(test.term, model, { models, language })
  const [path] = useState(followed?.path ?? test.path)
  const named = followPath(path, model, { models, language })
  const [draft, setDraft] = useState<TermDraft | undefined>(followed ?? (named && beginTerm(named.field)))
  const label = named?.label ?? test.path
  const change = (next: TermDraft) => {
    setDraft(next)
    const term = named && termOf(path, named.field, next)
    const { term: _, ...rest } = test
    onChange({ ...rest, ...(term && { term }) })
  }
  // What begins with a question that asks for no value is filled in as it is.
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current || test.term || !draft) return
    isBegun.current = true
    if (named && termOf(path, named.field, draft)) change(draft)
  })
  const isKnown = named && draft && (test.term === undefined || followed !== undefined)
  return (
    <div className={styles.test} role="group" aria-labelledby={id}>
      <span id={id} className={styles.field}>
        <bdi>{label}</bdi>
      </span>
      {isKnown ? (
        <div className={styles.inputs}>
          <TermFields
            field={named.field}
            draft={draft}
            isRefused={isRefused}
            isFocused={test.term === undefined}
            onChange={change}
          />
        </div>
      ) : (
        <span className={styles.unknown}>{t('filter.complex')}</span>
      )}
      <IconButton icon="close" variant="quiet" label={t('filter.remove', { filter: label })} onClick={onRemove} />
    </div>
  )
}
