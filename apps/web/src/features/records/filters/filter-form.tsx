/** One condition to fill in, and the button that puts it into effect. */

import { useLocale } from '@haykal/messages/react'
import type { Json, ModelField } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { type FormEvent, useState } from 'react'
import type { FilterTerm } from '../list-search.ts'
import styles from './filters.module.css'
import type { Question } from './operators.ts'
import { beginTerm, type TermDraft, TermFields, useTermOf } from './term-fields.tsx'

/** The properties of the form. */
export interface FilterFormProps {
  readonly path: string
  readonly field: ModelField
  readonly label: string
  /** The filter that is changed; absent: a new one. */
  readonly initial?: { readonly question: Question; readonly values: readonly Json[] }
  readonly onApply: (term: FilterTerm) => void
}

/** The form. */
export function FilterForm({ path, field, label, initial, onApply }: FilterFormProps) {
  const { t } = useLocale()
  const termOf = useTermOf()
  const [draft, setDraft] = useState<TermDraft>(initial ?? beginTerm(field))
  const [isRefused, setRefused] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const term = termOf(path, field, draft)
    if (term) onApply(term)
    else setRefused(true)
  }
  const change = (next: TermDraft) => {
    setRefused(false)
    setDraft(next)
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.title}>
        <bdi>{label}</bdi>
      </p>
      <TermFields field={field} draft={draft} isRefused={isRefused} isFocused onChange={change} />
      <Button type="submit" variant="primary">
        {t('filter.apply')}
      </Button>
    </form>
  )
}
