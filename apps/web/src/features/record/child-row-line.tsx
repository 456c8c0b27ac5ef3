/** One child in the form of its parent: its fields beside each other, or on a phone below each other, and what takes it away. */
import type { Titles } from '@haykal/contract'
import { inputOf } from '@haykal/fields/inputs'
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, isSettable, type Json, labelIn, type Model, type ModelField } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useClient } from 'haykal/web'
import { memo, useId } from 'react'
import { errorText } from '../problems/error-text.ts'
import { lookOf } from '../records/column-look.ts'
import styles from './child-rows.module.css'
import { type ChildRow, problemsOfRow } from './child-rows.ts'
import { ChildTheirs } from './child-theirs.tsx'
import { FieldValue } from './field-value.tsx'
import { problemsIn, valueIn } from './record-draft.ts'
import type { ChildRowActs } from './use-child-rows.ts'

/** The properties of the row. */
export interface ChildRowLineProps {
  readonly group: number
  readonly row: ChildRow
  /** What the row is called: its model and its number. */
  readonly name: string
  readonly fields: readonly ModelField[]
  readonly titles: Titles
  readonly acts: ChildRowActs
  readonly compute: (model: Model, field: ModelField, read: (field: ModelField) => Json) => Json
  readonly isDisabled: boolean
}

/** The row. */
export const ChildRowLine = memo(function ChildRowLine(properties: ChildRowLineProps) {
  const { group, row, name, fields, titles, acts, isDisabled } = properties
  const { t } = useLocale()
  const isMarked = row.etag !== undefined
  const problems = problemsOfRow(row)
  const className = classNames(styles.row, isMarked && styles.marked)
  return (
    <li className={className} aria-label={name} data-problem={problems.length > 0 ? '' : undefined}>
      {fields.map((field) => (
        <ChildCell key={field.name} {...properties} field={field} />
      ))}
      <RowEnd {...properties} />
      {isMarked && <p className={styles.wide}>{t('children.removed')}</p>}
      {problems.map((problem) => (
        <p key={problem.code} className={classNames(styles.wide, styles.problem)} role="alert">
          {t.problem(problem)}
        </p>
      ))}
      {fields.map((field) =>
        Object.hasOwn(row.theirs, field.name) ? (
          <ChildTheirs
            key={field.name}
            field={field}
            value={row.theirs[field.name] ?? null}
            titles={titles}
            isDisabled={isDisabled}
            onSettle={(isTheirs) => acts.settle([group, row.key], field.name, isTheirs)}
          />
        ) : null,
      )}
    </li>
  )
})

function ChildCell(properties: ChildRowLineProps & { readonly field: ModelField }) {
  const { group, row, name, field, titles, acts, compute, isDisabled } = properties
  const { t, language } = useLocale()
  const id = useId()
  const { draft } = row
  const own = draft.model.field(field.name) ?? field
  const label = labelIn(field.label, language)
  const align = lookOf(draft.model, own).align
  const canSet = row.canEdit && row.etag === undefined && isSettable(own, draft.purpose)
  if (!canSet) {
    const value = compute(draft.model, own, (each) => valueIn(draft, each))
    return (
      <div className={styles.cell} data-align={align}>
        <span className={styles.label}>
          <bdi>{label}</bdi>
        </span>
        <span className={styles.fixed}>
          {value !== null && <FieldValue field={own} value={value} titles={titles} />}
        </span>
      </div>
    )
  }
  const problems = problemsIn(draft, own)
  const isWrong = problems.length > 0 || Object.hasOwn(row.theirs, field.name)
  const { Input, untouched } = inputOf(own)
  const key = [group, row.key] as const
  return (
    <div className={styles.cell} data-align={align} onBlur={() => acts.leave(key, own)}>
      <label className={styles.label} htmlFor={id}>
        <bdi>{label}</bdi>
        <span className="visually-hidden">, {name}</span>
      </label>
      <Input
        id={id}
        field={own}
        label={label}
        value={valueIn(draft, own)}
        titles={titles}
        isDisabled={isDisabled}
        aria-describedby={problems.length > 0 ? `${id}problem` : undefined}
        aria-invalid={isWrong ? true : undefined}
        aria-required={own.isRequired && (untouched?.(own) ?? null) === null ? true : undefined}
        onChange={(value) => acts.change(key, own, value)}
        onFault={(fault) => acts.fail(key, own, fault)}
      />
      {problems.length > 0 && (
        <div id={`${id}problem`} className={styles.problem}>
          {problems.map((problem) => (
            <p key={problem.code}>{t.problem(problem)}</p>
          ))}
        </div>
      )}
    </div>
  )
}

/** Takes a new row away, marks a stored one for removal, or takes the mark back. */
function RowEnd({ group, row, name, acts, isDisabled }: ChildRowLineProps) {
  const { t } = useLocale()
  const client = useClient()
  const { id, draft } = row
  const key = [group, row.key] as const
  const mark = async () => {
    if (id === undefined) return acts.drop(key)
    try {
      // It is removed only as it is seen here: as it is now.
      const { data, meta } = await client.call('readRecord', { path: { model: draft.model.name, id } })
      acts.mark(key, { record: data as AnyRecord, etag: meta.etag })
    } catch (error) {
      showToast({ text: errorText(t, error) })
    }
  }
  if (row.etag !== undefined) {
    return (
      <Button
        variant="quiet"
        className={styles.end}
        icon="undo"
        disabled={isDisabled}
        onClick={() => acts.mark(key, undefined)}
      >
        <span className="visually-hidden">{t('children.keep', { row: name })}</span>
      </Button>
    )
  }
  if (!row.canRemove) return <span className={styles.end} />
  return (
    <IconButton
      icon={id === undefined ? 'close' : 'trash'}
      className={styles.end}
      disabled={isDisabled}
      label={t('children.remove', { row: name })}
      onClick={() => void mark()}
    />
  )
}
