/** Reads formatted text, and fills it in as it is written. */
import { useLocale } from '@haykal/messages/react'
import { tameDirection } from '@haykal/model'
import { lazy, Suspense } from 'react'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import styles from '../inputs.module.css'
import { LinesInput } from '../long-text/long-text-input.tsx'
import { PlainValue } from '../plain-value.tsx'

// What reads Markdown weighs more than the rest of a record's page: fetched when there is some to show.
const MarkdownText = lazy(async () => ({ default: (await import('./markdown-text.tsx')).MarkdownText }))

function SourceInput(properties: InputProps) {
  const { t } = useLocale()
  const hint = `${properties.id}hint`
  return (
    <>
      <LinesInput {...properties} aria-describedby={`${properties['aria-describedby'] ?? ''} ${hint}`.trim()} />
      <small id={hint} className={styles.hint}>
        {t('field.markdownHint')}
      </small>
    </>
  )
}

function Formatted({ value }: CellProps) {
  if (typeof value !== 'string') return <PlainValue value={value} />
  const plain = <div className={styles.lines}>{tameDirection(value)}</div>
  return (
    <Suspense fallback={plain}>
      <MarkdownText text={value} plain={plain} />
    </Suspense>
  )
}

/** How formatted text stands on a record's page. */
export const markdownInput: FieldInput = { Input: SourceInput, Show: Formatted }
