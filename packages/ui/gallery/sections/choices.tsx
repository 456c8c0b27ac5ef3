/** Choices: one of a few, one among many, yes or no. */
import { useState } from 'react'
import { Avatar } from '../../src/avatar/avatar.tsx'
import { Checkbox } from '../../src/checkbox/checkbox.tsx'
import { ComboBox, type ComboOption } from '../../src/combo-box/combo-box.tsx'
import { FieldFrame } from '../../src/field-frame/field-frame.tsx'
import { Select } from '../../src/select/select.tsx'
import styles from '../gallery.module.css'
import { type Say, useSay, useTag } from '../speech.ts'

const names = [
  'مكتبة النيل',
  'Café Lumière',
  'شركة الواحة للتوريد',
  'Müller & Söhne GmbH',
  'Kōbō Paper',
  'Łódź Tekstylia',
]

/** Selects, combo boxes and checkboxes. */
export function Choices() {
  const say = useSay()
  const [isTicked, setTicked] = useState(true)
  return (
    <div className={styles.grid}>
      <FieldFrame label={say('Status', 'الحالة')}>
        {(input) => (
          <Select {...input} defaultValue="paid">
            <option value="draft">{say('Draft', 'مسودة')}</option>
            <option value="paid">{say('Paid', 'مدفوع')}</option>
          </Select>
        )}
      </FieldFrame>
      <FieldFrame label={say('Disabled', 'معطّل')}>
        {(input) => (
          <Select {...input} disabled>
            <option>{say('Draft', 'مسودة')}</option>
          </Select>
        )}
      </FieldFrame>
      <CustomerBox label={say('Customer', 'العميل')} say={say} isRequired={false} />
      <CustomerBox label={say('Supplier', 'المورّد')} say={say} isRequired problem={say('Choose one.', 'اختر واحدًا.')} />
      <div className={styles.row}>
        <Checkbox checked={isTicked} onChange={(event) => setTicked(event.target.checked)}>
          {say('Gift wrap', 'تغليف هدية')}
        </Checkbox>
        <Checkbox disabled>{say('Disabled', 'معطّل')}</Checkbox>
      </div>
    </div>
  )
}

interface CustomerBoxProps {
  readonly label: string
  readonly say: Say
  readonly isRequired: boolean
  readonly problem?: string
}

function CustomerBox({ label, say, isRequired, problem }: CustomerBoxProps) {
  const locale = useTag()
  const [chosen, setChosen] = useState(isRequired ? '' : names[0])
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? chosen ?? ''
  const options: ComboOption[] = names
    .filter((name) => name.toLocaleLowerCase().includes((typed ?? '').toLocaleLowerCase()))
    .map((name) => ({ id: name, text: name, isChosen: name === chosen }))
  const choose = (name: string) => {
    setChosen(name)
    setTyped(undefined)
  }
  return (
    <FieldFrame label={label} problems={problem === undefined ? [] : [problem]}>
      {(input) => (
        <ComboBox
          {...input}
          label={label}
          locale={locale}
          text={shown}
          onText={setTyped}
          options={options}
          mark={({ text }) => <Avatar name={text} />}
          onChoose={({ text }) => choose(text)}
          onOpenChange={() => undefined}
          onLeave={() => setTyped(undefined)}
          placeholder={say('Search customers', 'البحث في العملاء')}
          nothing={say('Nothing matches.', 'لا نتائج.')}
          clear={
            chosen && !isRequired
              ? { label: say('Clear customer', 'إفراغ العميل'), onPress: () => choose('') }
              : undefined
          }
        />
      )}
    </FieldFrame>
  )
}
