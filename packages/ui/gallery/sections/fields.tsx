/** Fields: a label, an input, help and what is wrong. */
import { useState } from 'react'
import { FieldFrame } from '../../src/field-frame/field-frame.tsx'
import { TextArea, TextInput } from '../../src/text-input/text-input.tsx'
import styles from '../gallery.module.css'
import { useSay } from '../speech.ts'

/** Inputs of text in all states. */
export function Fields() {
  const say = useSay()
  const [note, setNote] = useState('يُرجى الاتصال قبل التسليم — gate code 4417')
  const name = say('Name', 'الاسم')
  return (
    <div className={styles.grid}>
      <FieldFrame label={name} help={say('As it stands on the invoice.', 'كما يرد في الفاتورة.')}>
        {(input) => <TextInput {...input} placeholder={say('Company', 'الشركة')} />}
      </FieldFrame>
      <FieldFrame label={name} required={say('required', 'مطلوب')}>
        {(input) => <TextInput {...input} defaultValue="Café Lumière" />}
      </FieldFrame>
      <FieldFrame label={name} problems={[say('This must be filled in.', 'يجب ملء هذا الحقل.')]}>
        {(input) => <TextInput {...input} />}
      </FieldFrame>
      <FieldFrame label={say('Cannot be changed', 'لا يمكن تغييره')}>
        {(input) => <TextInput {...input} readOnly defaultValue="1048566" />}
      </FieldFrame>
      <FieldFrame label={say('Disabled', 'معطّل')}>
        {(input) => <TextInput {...input} disabled defaultValue="دار الفنون" />}
      </FieldFrame>
      <FieldFrame label={say('Email', 'البريد')}>{(input) => <TextInput {...input} large type="email" />}</FieldFrame>
      <FieldFrame label={say('Note', 'ملاحظة')}>
        {(input) => <TextArea {...input} value={note} onChange={(event) => setNote(event.target.value)} />}
      </FieldFrame>
    </div>
  )
}
