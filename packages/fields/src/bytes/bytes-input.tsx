/** Downloads bytes, and fills them in from a file. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { useRef } from 'react'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { inputAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { PlainValue } from '../plain-value.tsx'
import { byteLength, bytesKind } from './bytes.ts'
import { Size } from './bytes.view.tsx'

function BytesInput(properties: InputProps) {
  const { field, label, value, onChange, onFault, isDisabled } = properties
  const { t } = useLocale()
  const chooser = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    const parsed = bytesKind.parse(await base64Of(file), field.options)
    const fault = parsed.ok ? bytesKind.check?.(parsed.value, field.options) : parsed.fault
    if (fault) onFault(fault)
    else if (parsed.ok) onChange(parsed.value === '' ? null : parsed.value)
  }
  return (
    <div className={styles.file}>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file can be chosen again after it was cleared.
          event.target.value = ''
        }}
      />
      <Button {...inputAttributes(properties)} aria-label={undefined} onClick={() => chooser.current?.click()}>
        {value === null ? t('field.chooseFile') : t('field.replaceFile')}
      </Button>
      {typeof value === 'string' && <Size bytes={byteLength(value)} />}
      {value !== null && !field.isRequired && (
        <Button variant="quiet" icon="close" disabled={isDisabled} onClick={() => onChange(null)}>
          {t('field.clear', { field: label })}
        </Button>
      )}
    </div>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function Download({ value, field }: CellProps) {
  const { t } = useLocale()
  const bytes = bytesKind.parse(value, field.options)
  if (!bytes.ok) return <PlainValue value={value} />
  return (
    <span className={styles.file}>
      <Size bytes={byteLength(bytes.value)} />
      <Button variant="quiet" icon="download" onClick={() => download(bytes.value, field.name)}>
        {t('field.download')}
      </Button>
    </span>
  )
}

function download(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** How bytes stand on a record's page. */
export const bytesInput: FieldInput = { Input: BytesInput, Show: Download }
