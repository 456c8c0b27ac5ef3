/** Leads to the record that a relation points to, and finds another. */
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { lazy, Suspense, useState } from 'react'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { inputAttributes } from '../input-attributes.ts'
import { plainText } from '../plain-value.tsx'
import { relationView } from './relation.view.tsx'
import styles from './relation-input.module.css'
import { useRelationSource } from './relation-source.tsx'
import { titleOf } from './title-of.ts'

// The parts of React Aria weigh more than the rest of a form: fetched when a form with a relation opens.
const RelationCombobox = lazy(async () => ({ default: (await import('./relation-combobox.tsx')).RelationCombobox }))

function RelationInput(properties: InputProps) {
  const { field, titles, value } = properties
  const title = value === null ? '' : (titleOf(titles, field, value) ?? plainText(value))
  const [isFocused, setFocused] = useState(false)
  const placeholder = (
    <TextInput
      {...inputAttributes(properties)}
      readOnly
      value={title}
      onFocus={() => setFocused(true)}
      onBlur={(event) => event.currentTarget.isConnected && setFocused(false)}
    />
  )
  return (
    <Suspense fallback={placeholder}>
      <RelationCombobox {...properties} title={title} isFocused={isFocused} />
    </Suspense>
  )
}

function RelationLink(properties: CellProps) {
  const { hrefOf, Link } = useRelationSource()
  const { value, field } = properties
  const href = value === null ? undefined : hrefOf(field, value)
  const shown = <relationView.Cell {...properties} />
  if (href === undefined) return shown
  return (
    <Link to={href} className={styles.link ?? ''}>
      {shown}
    </Link>
  )
}

/** How a relation stands on a record's page. */
export const relationInput: FieldInput = { Input: RelationInput, Show: RelationLink }
