/** Examples of UUIDs. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { UuidOptions } from './uuid.ts'

const value = '0192f0c1-7a3e-7b4d-8c5f-6a7b8c9d0e1f'

/** What UUIDs take, refuse and read. */
export const uuidExamples: FieldKindExamples<UuidOptions> = {
  options: {},
  accepted: [
    { input: value },
    { input: value.toUpperCase(), value },
    { input: '00000000-0000-0000-0000-000000000000' },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: '0192f0c1', code: 'bad_uuid' },
    { input: value.replaceAll('-', ''), code: 'bad_uuid' },
    { input: `${value}0`, code: 'bad_uuid' },
    { input: value.replace('f', 'g'), code: 'bad_uuid' },
  ],
  typed: [
    { text: ` ${value.toUpperCase()} `, value },
    { text: `{${value}}`, value },
    { text: `urn:uuid:${value}`, value },
    { text: value.replaceAll('-', ''), value },
  ],
  mistyped: [
    { text: 'the first one', code: 'bad_uuid' },
    { text: `{${value}`, code: 'bad_uuid' },
  ],
  badOptions: [{ default: 'new' }],
}
