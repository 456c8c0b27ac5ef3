/** How a choice looks: a tag in its colour, with its word. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, tameDirection } from '@haykal/model'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import type { CellProps, FieldView } from '../field-view.ts'
import { PlainValue, plainText } from '../plain-value.tsx'
import { type ChoiceOptions, choicesOf } from './choice-options.ts'

function ChoiceCell({ value, field }: CellProps) {
  const { language } = useLocale()
  if (typeof value !== 'string' && typeof value !== 'number') return <PlainValue value={value} />
  const chosen = choicesOf(field.options as unknown as ChoiceOptions).find((each) => each.value === value)
  // A value that is no option, or not any more, stays readable.
  return (
    <Tag tone={chosen?.tone ?? 'neutral'}>
      {chosen ? labelIn(chosen.label, language) : tameDirection(plainText(value))}
    </Tag>
  )
}

/** The view of choices. */
export const choiceView: FieldView = { Cell: ChoiceCell }
