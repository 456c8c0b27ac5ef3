/** Examples of bytes. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { BytesOptions } from './bytes.ts'

/** What bytes take, refuse and read. */
export const bytesExamples: FieldKindExamples<BytesOptions> = {
  options: {},
  accepted: [
    { input: 'aGF5a2Fs' },
    { input: '/+8=' },
    { input: 'AA==' },
    { input: 'AAAA'.repeat(100), options: { maxBytes: 300 } },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: [1, 2], code: 'wrong_type' },
    { input: { size: 104_857_600 }, code: 'wrong_type' },
    { input: 'aGF5a2F', code: 'bad_base64' },
    { input: 'a-_=', code: 'bad_base64' },
    { input: 'AB==', code: 'bad_base64' },
    { input: 'AAB=', code: 'bad_base64' },
    { input: '====', code: 'bad_base64' },
    { input: 'aGF5 a2Fs', code: 'bad_base64' },
    { input: 'AAAA', options: { maxBytes: 2 }, code: 'too_large' },
  ],
  typed: [{ text: ' aGF5\n a2Fs ', value: 'aGF5a2Fs' }],
  mistyped: [{ text: 'not base64!', code: 'bad_base64' }],
  badOptions: [{ maxBytes: 0 }, { default: '%' }, { default: 'AAAA', maxBytes: 1 }],
}
