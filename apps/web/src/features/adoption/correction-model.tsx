/** What an owner says of a model as a whole: its names, its title, whether it is shown, and for a view what tells its rows apart. */
import { fieldKinds } from '@haykal/fields'
import { useLocale } from '@haykal/messages/react'
import { type FieldDefinition, type FieldKinds, labelFromName, labelIn, type ModelDefinition } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { Select } from '@haykal/ui/select/select.tsx'
import { useId } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { offeredLanguages } from '../preferences/preferences-menu.tsx'
import styles from './correction.module.css'
import { correctModel, guessedModel, type ModelPart } from './correction-draft.ts'
import { LabelInputs } from './label-inputs.tsx'
import type { CorrectionForm } from './use-correction.ts'

/** The properties of the part. */
export interface CorrectionModelProps {
  readonly guess: ModelDefinition
  /** The fields as corrected. */
  readonly fields: ModelDefinition['fields']
  readonly form: CorrectionForm
}

/** The part. */
export function CorrectionModel({ guess, fields, form }: CorrectionModelProps) {
  const { t, language } = useLocale()
  const offered = offeredLanguages(useBoot().project.languages)
  const guessed = guessedModel(guess)
  const { draft } = form
  const say = <Part extends ModelPart>(part: Part, value: (typeof draft)[Part] | undefined) =>
    form.change((before) => correctModel(before, guess, { part, value }))
  const nameOf = (name: string) => nameOfField(fields, name, language)
  const titles = Object.keys(fields).filter((name) => name === draft.title || !isBulky(fields[name]))
  const key = draft.key ?? guessed.key
  const helpId = useId()
  return (
    <div className={styles.group}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('adoption.names')}</legend>
        <LabelInputs
          what={t('adoption.singular')}
          offered={offered}
          label={draft.label}
          guess={guessed.label}
          problems={form.problemsAt('/label')}
          onChange={(label) => say('label', label)}
        />
        <LabelInputs
          what={t('adoption.plural')}
          offered={offered}
          label={draft.plural}
          guess={guessed.plural}
          problems={form.problemsAt('/plural')}
          onChange={(label) => say('plural', label)}
        />
      </fieldset>
      <FieldFrame label={t('adoption.titleField')} problems={form.problemsAt('/title')}>
        {(framed) => (
          <Select
            {...framed}
            value={draft.title ?? ''}
            onChange={(event) => say('title', event.target.value || undefined)}
          >
            <option value="">{t('adoption.guessed', { value: nameOf(guessed.title) })}</option>
            {titles
              .filter((name) => name !== guessed.title)
              .map((name) => (
                <option key={name} value={name}>
                  {nameOf(name)}
                </option>
              ))}
          </Select>
        )}
      </FieldFrame>
      <div>
        <Checkbox
          checked={draft.hidden ?? guessed.hidden}
          aria-describedby={helpId}
          onChange={(event) => say('hidden', event.target.checked)}
        >
          {t('adoption.hideModel')}
        </Checkbox>
        <p id={helpId} className={styles.help}>
          {t('adoption.hideModelHelp')}
        </p>
      </div>
      {guess.source !== undefined && (
        <FieldFrame label={t('adoption.key')} group help={t('adoption.keyHelp')} problems={form.problemsAt('/key')}>
          {() => (
            <div className={styles.choices}>
              {Object.keys(fields).map((name) => (
                <Checkbox
                  key={name}
                  checked={key.includes(name)}
                  onChange={(event) =>
                    say('key', event.target.checked ? [...key, name] : key.filter((each) => each !== name))
                  }
                >
                  <bdi>{nameOf(name)}</bdi>
                </Checkbox>
              ))}
            </div>
          )}
        </FieldFrame>
      )}
      {draft.key !== undefined && (
        <Button variant="quiet" icon="undo" className={styles.undo} onClick={() => say('key', undefined)}>
          {t('adoption.backToGuess')}
        </Button>
      )}
    </div>
  )
}

/** What a field is called, with the name of its column where that is another. */
export function nameOfField(fields: ModelDefinition['fields'], name: string, language: string): string {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return labelIn(field?.label ?? labelFromName(name), language)
}

function isBulky(field: FieldDefinition | undefined): boolean {
  const kinds: FieldKinds = fieldKinds
  return field !== undefined && Object.hasOwn(kinds, field.kind) && kinds[field.kind]?.bulky === true
}
