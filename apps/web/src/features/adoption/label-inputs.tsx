/** What people call something: an input for each language that is offered, with the guess standing faintly in it. */
import type { Language } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import { type Label, labelIn } from '@haykal/model'
import { FieldFrame } from '@haykal/ui/field-frame/field-frame.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import styles from './correction.module.css'
import { labelWith, saidIn } from './label-draft.ts'

/** The properties of the inputs. */
export interface LabelInputsProps {
  /** What is called so: one of them, many of them, a field. */
  readonly what: string
  readonly offered: readonly Language[]
  /** Undefined: as guessed. */
  readonly label: Label | undefined
  readonly guess: Label
  readonly problems: readonly string[]
  readonly onChange: (label: Label | undefined) => void
}

/** The inputs. */
export function LabelInputs({ what, offered, label, guess, problems, onChange }: LabelInputsProps) {
  const { t, locale } = useLocale()
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <div className={styles.pair}>
      {offered.map((language, index) => (
        <FieldFrame
          key={language}
          label={
            offered.length > 1
              ? t('adoption.inLanguage', { what, language: languageNames.of(language) ?? language })
              : what
          }
          problems={index === 0 ? problems : []}
        >
          {(framed) => (
            <TextInput
              {...framed}
              lang={language}
              value={saidIn(label, language, offered)}
              placeholder={labelIn(typeof label === 'string' ? label : guess, language)}
              maxLength={200}
              onChange={(event) =>
                onChange(labelWith(label, { language, text: event.target.value, languages: offered }))
              }
            />
          )}
        </FieldFrame>
      ))}
    </div>
  )
}
