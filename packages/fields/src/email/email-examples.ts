/** Examples of email addresses. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { EmailOptions } from './email.ts'

/** What email addresses take, refuse and read. */
export const emailExamples: FieldKindExamples<EmailOptions> = {
  options: {},
  accepted: [
    { input: 'layla@example.com' },
    { input: 'Layla.Haddad+Orders@Example.COM', value: 'Layla.Haddad+Orders@example.com' },
    { input: " o'neil@mail.example.co.uk ", value: "o'neil@mail.example.co.uk" },
    { input: 'مبيعات@مثال.مصر' },
    { input: 'a@xn--mgbh0fb.xn--wgbh1c' },
    { input: '\u202alayla@example.com\u202c', value: 'layla@example.com' },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: 'half a pair: \ud83d@example.com', code: 'wrong_type' },
    { input: 'layla', code: 'bad_email' },
    { input: 'layla@example', code: 'bad_email' },
    { input: '@example.com', code: 'bad_email' },
    { input: 'a@b@example.com', code: 'bad_email' },
    { input: 'a b@example.com', code: 'bad_email' },
    { input: 'a@example..com', code: 'bad_email' },
    { input: 'a@-example.com', code: 'bad_email' },
    { input: 'a@example-.com', code: 'bad_email' },
    { input: 'a@example.com, d@example.com', code: 'bad_email' },
    { input: 'a@example.com\r\nBcc: d@example.com', code: 'bad_email' },
    { input: 'Layla <layla@example.com>', code: 'bad_email' },
    { input: `${'a'.repeat(250)}@example.com`, code: 'too_long' },
  ],
  typed: [
    { text: ' layla@EXAMPLE.com ', value: 'layla@example.com' },
    { text: 'mailto:layla@example.com', value: 'layla@example.com' },
  ],
  mistyped: [{ text: 'layla at example', code: 'bad_email' }],
  badOptions: [{ default: 'nobody' }],
}
