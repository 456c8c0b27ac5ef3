/** One act: allowed on every record, on none, or on those that a filter finds. */
import type { SaidPermission } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { isJsonObject, type Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Popover } from '@haykal/ui/popover/popover.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useId } from 'react'
import { FilterChips } from '../records/filters/filter-chips.tsx'
import { type FilterPart, filterOfParts, partsOf } from '../records/list-search.ts'
import { RuleTermEditor } from './rule-term-editor.tsx'
import styles from './rules.module.css'

/** The properties of the row. */
export interface PermissionRowProps {
  /** What is done. */
  readonly label: string
  readonly model: Model
  readonly permission: SaidPermission
  readonly problems: readonly string[]
  readonly onChange: (permission: SaidPermission) => void
}

/** The row. */
export function PermissionRow({ label, model, permission, problems, onChange }: PermissionRowProps) {
  const { t } = useLocale()
  const id = useId()
  const filter = isJsonObject(permission) ? permission : undefined
  const parts = partsOf(filter)
  const apply = (next: readonly FilterPart[]) => onChange(filterOfParts(next) ?? {})
  return (
    <div className={styles.act}>
      <label htmlFor={id} className={styles.actName}>
        {label}
      </label>
      <Select
        id={id}
        value={filter ? 'some' : String(permission)}
        onChange={({ target: { value } }) => onChange(value === 'some' ? {} : value === 'true')}
      >
        <option value="true">{t('rules.all')}</option>
        <option value="some">{t('rules.some')}</option>
        <option value="false">{t('rules.none')}</option>
      </Select>
      {filter && (
        <div className={styles.filter}>
          {Object.keys(filter).length > 0 && <FilterChips model={model} parts={parts} onChange={apply} />}
          <Popover
            label={t('filter.title')}
            trigger={(trigger) => (
              <Button variant="quiet" icon="plus" {...trigger}>
                {t('filter.add')}
              </Button>
            )}
          >
            {(close) => (
              <RuleTermEditor
                model={model}
                onApply={(term) => {
                  close()
                  apply([...parts, term])
                }}
              />
            )}
          </Popover>
        </div>
      )}
      {problems.length > 0 && (
        <p className={styles.fault} role="alert">
          {[...new Set(problems)].join(' ')}
        </p>
      )}
    </div>
  )
}
