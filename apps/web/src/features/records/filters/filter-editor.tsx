/** Makes a new filter: first what it is about, then what is asked of it; or leads on to groups of conditions. */

import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { useState } from 'react'
import type { FilterTerm } from '../list-search.ts'
import { FieldPicker } from './field-picker.tsx'
import { FilterForm } from './filter-form.tsx'
import styles from './filters.module.css'
import type { OfferedField } from './offered-paths.ts'

/** The properties of the editor. */
export interface FilterEditorProps {
  readonly model: Model
  readonly onApply: (term: FilterTerm) => void
  /** Goes on with groups; with a path, by asking for the records that point back there. */
  readonly onBuild: (children?: string) => void
}

/** The editor. */
export function FilterEditor({ model, onApply, onBuild }: FilterEditorProps) {
  const { t } = useLocale()
  const [picked, setPicked] = useState<OfferedField>()
  if (picked) return <FilterForm path={picked.path} field={picked.field} label={picked.label} onApply={onApply} />
  return (
    <>
      <FieldPicker
        model={model}
        onPick={(offered) => (offered.type === 'field' ? setPicked(offered) : onBuild(offered.path))}
      />
      <div className={styles.more}>
        <Button variant="quiet" icon="layers" onClick={() => onBuild()}>
          {t('builder.build')}
        </Button>
      </div>
    </>
  )
}
