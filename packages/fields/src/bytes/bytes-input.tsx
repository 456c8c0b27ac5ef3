/** Shows bytes where there is room, as a picture where they are one; downloads them, and fills them in from a file. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useRef, useState } from 'react'
import type { FieldInput, InputProps } from '../field-input.ts'
import type { CellProps } from '../field-view.ts'
import { inputAttributes } from '../input-attributes.ts'
import styles from '../inputs.module.css'
import { bytesKind } from './bytes.ts'
import { bytesView } from './bytes.view.tsx'
import { useBytesSource } from './bytes-source.tsx'
import { sizeOf } from './size-of.ts'

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
      <bytesView.Cell value={value} field={field} titles={properties.titles} />
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

/** Beyond this many bytes nobody meant a picture to be looked at, and fetching it to find out would take long. */
const largestPicture = 33_554_432

function Bytes(properties: CellProps) {
  const { value, field } = properties
  const { t } = useLocale()
  const source = useBytesSource()
  const size = sizeOf(value)
  const shown = <bytesView.Cell {...properties} />
  const href = size === undefined ? undefined : source?.hrefOf(field.name)
  if (size === undefined || href === undefined) return shown
  return (
    <div className={styles.bytes}>
      {size > 0 && size <= largestPicture && <Picture key={href} {...properties} href={href} />}
      <span className={styles.file}>
        {shown}
        <a className={buttonClass({ variant: 'quiet' })} href={href} download>
          <Icon name="download" />
          {t('field.download')}
        </a>
      </span>
    </div>
  )
}

/** The bytes as a picture; nothing once they turn out to be none. */
function Picture({ field, href }: CellProps & { readonly href: string }) {
  const { language } = useLocale()
  const [isNone, setNone] = useState(false)
  if (isNone) return null
  const label = labelIn(field.label, language)
  return <img className={styles.picture} src={href} alt={label} loading="lazy" onError={() => setNone(true)} />
}

/** How bytes stand on a record's page. */
export const bytesInput: FieldInput = { Input: BytesInput, Show: Bytes }
