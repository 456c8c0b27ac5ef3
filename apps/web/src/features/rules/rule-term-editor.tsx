/** Makes one part of a rule: first the field, of the record or of what it points to, then what is asked of it. */

import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { useState } from 'react'
import { useModels } from '../boot/use-boot.ts'
import { type FollowedPath, followPath } from '../records/filters/field-path.ts'
import { FilterForm } from '../records/filters/filter-form.tsx'
import { questionsOf } from '../records/filters/operators.ts'
import type { FilterTerm } from '../records/list-search.ts'
import styles from './rules.module.css'

/** The properties of the editor. */
export interface RuleTermEditorProps {
  readonly model: Model
  readonly onApply: (term: FilterTerm) => void
}

interface OfferedPath extends FollowedPath {
  readonly path: string
}

/** The editor. */
export function RuleTermEditor({ model, onApply }: RuleTermEditorProps) {
  const { t, language } = useLocale()
  const models = useModels()
  const [chosen, setChosen] = useState<OfferedPath>()
  const [text, setText] = useState('')
  if (chosen) {
    return (
      <>
        <FilterForm path={chosen.path} field={chosen.field} label={chosen.label} onApply={onApply} />
        <p className={styles.me}>{t('rules.me')}</p>
      </>
    )
  }
  const offered = pathsFrom(model).flatMap((path): OfferedPath[] => {
    const followed = followPath(path, model, { models, language })
    return followed && questionsOf(followed.field).length > 0 ? [{ ...followed, path }] : []
  })
  const found = offered.filter(({ label }) => foldText(label).includes(foldText(text.trim())))
  return (
    <>
      <div className={styles.findField}>
        <TextInput
          type="search"
          autoFocus
          value={text}
          placeholder={t('filter.find')}
          aria-label={t('filter.find')}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <ul className={styles.paths} aria-label={t('filter.title')}>
        {found.map((each) => (
          <li key={each.path}>
            <button type="button" className={styles.path} onClick={() => setChosen(each)}>
              <bdi>{each.label}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.me}>{t('filter.noField', { text })}</p>}
    </>
  )

  /** The fields of the model, then those of what its relations point to. */
  function pathsFrom({ fields }: Model): readonly string[] {
    const through = fields.flatMap(({ name, references = '' }) =>
      (models.get(references)?.fields ?? []).map((there) => `${name}.${there.name}`),
    )
    return [...fields.map(({ name }) => name), ...through]
  }
}
