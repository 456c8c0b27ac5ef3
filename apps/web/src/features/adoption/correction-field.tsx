/** One field of a model that is corrected: a line that says what it was taken for, and opens for another name, another kind, or to hide it. */
import { useLocale } from '@haykal/messages/react'
import {
  type FieldCorrection,
  type FieldDefinition,
  isSameJson,
  type Json,
  labelIn,
  type ModelDefinition,
} from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { memo, useId, useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { offeredLanguages } from '../preferences/preferences-menu.tsx'
import styles from './correction.module.css'
import { correctField, type FieldPart, guessedField, withField } from './correction-draft.ts'
import { kindText } from './kind-text.ts'
import { LabelInputs } from './label-inputs.tsx'
import type { CorrectionForm } from './use-correction.ts'

/** The properties of the field. */
export interface CorrectionFieldProps {
  readonly name: string
  readonly guess: ModelDefinition
  /** The guess of the field itself. */
  readonly field: FieldDefinition
  /** What is said of it in place of the guess. */
  readonly said: FieldCorrection
  readonly onChange: CorrectionForm['change']
  /** What is wrong with it; empty: nothing. */
  readonly problem: string
  readonly alternatives: readonly FieldDefinition[]
  readonly nameOf: (model: string) => string
}

/** The field. */
export const CorrectionField = memo(function CorrectionField(properties: CorrectionFieldProps) {
  const { name, field, said, problem, nameOf } = properties
  const { t, language } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const guessed = guessedField(name, field)
  const label = labelIn(said.label ?? guessed.label, language) || name
  // What is wrong must be seen.
  const isShown = isOpen || problem !== ''
  return (
    <li className={styles.field}>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" className={styles.chevron} />
        <span className={styles.fieldName}>
          <bdi>{label}</bdi>
          {label !== name && <bdi className={styles.column}>{name}</bdi>}
        </span>
        {(said.hidden ?? guessed.hidden) && <Tag>{t('adoption.hidden')}</Tag>}
        {Object.keys(said).length > 0 && <Tag tone="info">{t('adoption.corrected')}</Tag>}
        <span className={styles.kind}>{kindText(t, said.as ?? field, nameOf)}</span>
      </button>
      <div id={id} hidden={!isShown}>
        {isShown && <FieldForm {...properties} />}
      </div>
    </li>
  )
})

function FieldForm({ name, guess, field, said, onChange, problem, alternatives, nameOf }: CorrectionFieldProps) {
  const { t } = useLocale()
  const offered = offeredLanguages(useBoot().project.languages)
  const guessed = guessedField(name, field)
  const say = <Part extends FieldPart>(part: Part, value: FieldCorrection[Part] | undefined) =>
    onChange((draft) => correctField(draft, guess, { field: name, part, value }))
  const chosen = alternatives.findIndex((each) => said.as !== undefined && isSame(each, said.as))
  const guessText = kindText(t, field, nameOf)
  return (
    <div className={styles.fieldForm}>
      <LabelInputs
        what={t('adoption.label')}
        offered={offered}
        label={said.label}
        guess={guessed.label}
        problems={problem === '' ? [] : [problem]}
        onChange={(label) => say('label', label)}
      />
      <FieldFrame label={t('adoption.kind')} help={alternatives.length === 0 ? t('adoption.onlyOneKind') : undefined}>
        {(framed) => (
          <Select
            {...framed}
            value={chosen}
            disabled={alternatives.length === 0}
            onChange={(event) => say('as', alternatives[Number(event.target.value)])}
          >
            <option value={-1}>{t('adoption.guessed', { value: guessText })}</option>
            {alternatives.map((each, index) => (
              <option key={JSON.stringify(each)} value={index}>
                {kindText(t, each, nameOf)}
              </option>
            ))}
          </Select>
        )}
      </FieldFrame>
      <div className={styles.row}>
        <Checkbox checked={said.hidden ?? guessed.hidden} onChange={(event) => say('hidden', event.target.checked)}>
          {t('adoption.hideField')}
        </Checkbox>
        {Object.keys(said).length > 0 && (
          <Button
            variant="quiet"
            icon="undo"
            className={styles.undo}
            onClick={() => onChange((draft) => withField(draft, name, {}))}
          >
            {t('adoption.backToGuess')}
          </Button>
        )}
      </div>
    </div>
  )
}

function isSame(one: FieldDefinition, other: FieldDefinition): boolean {
  return isSameJson(one as unknown as Json, other as unknown as Json)
}
