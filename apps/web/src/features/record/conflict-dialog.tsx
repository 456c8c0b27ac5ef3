/** Asks whose value should stay, field by field, when someone else changed the same fields meanwhile. */
import type { Titles } from '@haykal/contract'
import { viewOf } from '@haykal/fields/views'
import { useLocale } from '@haykal/messages/react'
import {
  type AnyRecord,
  type Conflict,
  type FieldConflict,
  type Json,
  labelIn,
  type Model,
  type ModelField,
} from '@haykal/model'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { useKnownTitles } from '../records/use-title-of.ts'
import styles from './conflict-dialog.module.css'
import { conflictTitle, theirsText } from './conflict-text.ts'
import { FieldValue } from './field-value.tsx'

/** The properties of the question. */
export interface ConflictDialogProps {
  readonly model: Model
  readonly conflict: Conflict
  readonly titles: Titles
  /** Called with the value that should stay in each field. */
  readonly onChoose: (chosen: AnyRecord) => void
  /** Called to write something new, with both values known. */
  readonly onAnew: () => void
  /** Called when nothing is to be decided now: the next save asks again. */
  readonly onClose: () => void
}

type Side = 'yours' | 'theirs'

/** The question. About one field it is answered by one button; about several, each side is chosen first. */
export function ConflictDialog({ model, conflict, titles, onChoose, onAnew, onClose }: ConflictDialogProps) {
  const locale = useLocale()
  const { t } = locale
  const [sides, setSides] = useState<{ readonly [field: string]: Side }>({})
  const fields = model.fields.filter((field) => Object.hasOwn(conflict, field.name))
  const choose = (all?: Side) => {
    const sideOf = ({ name }: ModelField) => all ?? sides[name] ?? 'yours'
    onChoose(Object.fromEntries(fields.map((field) => [field.name, conflict[field.name]?.[sideOf(field)] ?? null])))
  }
  const isOne = fields.length === 1
  return (
    <Dialog
      alert
      title={conflictTitle(locale, conflict)}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" className={styles.anew} onClick={onAnew}>
            {t('conflict.anew')}
          </Button>
          {isOne && <Button onClick={() => choose('theirs')}>{t('conflict.takeTheirs')}</Button>}
          <Button variant="primary" onClick={() => choose(isOne ? 'yours' : undefined)}>
            {isOne ? t('conflict.keepYours') : t('conflict.save')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('conflict.text', { count: fields.length })}</p>
      {fields.map((field) => {
        const values = conflict[field.name]
        const setSide = (side: Side) => setSides((before) => ({ ...before, [field.name]: side }))
        const shared = { field, titles, side: sides[field.name] ?? 'yours', onSide: isOne ? undefined : setSide }
        return values && <BothSides key={field.name} {...shared} values={values} />
      })}
    </Dialog>
  )
}

interface BothSidesProps {
  readonly field: ModelField
  readonly values: FieldConflict
  readonly titles: Titles
  readonly side: Side
  /** Undefined: nothing is chosen here, the buttons do. */
  readonly onSide: ((side: Side) => void) | undefined
}

function BothSides({ field, values, titles, side, onSide }: BothSidesProps) {
  const { t, language } = useLocale()
  const shared = { field, titles }
  return (
    <fieldset className={styles.choice}>
      <legend>
        <bdi>{labelIn(field.label, language)}</bdi>
      </legend>
      <div className={styles.pair}>
        {(['yours', 'theirs'] as const).map((each) => {
          const Card = onSide ? 'label' : 'div'
          return (
            <Card key={each} className={classNames(styles.option, each === side && styles.chosen)}>
              <span className={styles.side}>
                {onSide && (
                  <input
                    type="radio"
                    name={`side of ${field.name}`}
                    checked={side === each}
                    onChange={() => onSide(each)}
                  />
                )}
                <Whose side={each} values={values} />
              </span>
              <Value {...shared} value={values[each]} />
            </Card>
          )
        })}
      </div>
      <p className={styles.before}>
        {t('conflict.before', { value: '' })}
        <Value {...shared} value={values.base} />
      </p>
    </fieldset>
  )
}

function Whose({ side, values }: Pick<BothSidesProps, 'side' | 'values'>) {
  const locale = useLocale()
  const me = useBoot().person?.name
  const name = side === 'yours' ? me : values.by
  return (
    <>
      {name === undefined ? <Icon name="person" /> : <Avatar name={name} />}
      <span>{side === 'yours' ? locale.t('conflict.yours') : theirsText(locale, values, Date.now())}</span>
    </>
  )
}

interface ValueProps {
  readonly field: ModelField
  readonly value: Json
  readonly titles: Titles
}

/** A value, long texts as a whole. A relation is no link here: one is in the middle of a question. */
function Value({ field, value, titles }: ValueProps) {
  const { t } = useLocale()
  const { Cell, isWide = false } = viewOf(field)
  const Shown = isWide ? FieldValue : Cell
  const known = useKnownTitles(field, value, titles)
  return (
    <span className={styles.value} data-value>
      {value === null ? t('record.empty') : <Shown value={value} field={field} titles={known} />}
    </span>
  )
}
