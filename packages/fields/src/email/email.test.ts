import { expect, test } from 'vitest'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { emailKind, mailAddress } from './email.ts'
import { emailExamples } from './email-examples.ts'

describeFieldKind(emailKind, emailExamples)

test('leads to one recipient, whatever the address holds', () => {
  expect(mailAddress('a?cc=b&c@example.com')).toBe('mailto:a%3Fcc%3Db%26c@example.com')
})
