/** A refused write says which rule decided. */
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { HaykalError } from '@haykal/model'
import { expect, test } from 'vitest'
import { refusalText } from './refusal-text.ts'

const teller = { t: createTranslator(en, 'en'), locale: 'en' }

test('tells the rule where the server says which, else the error', () => {
  const explanation = { code: 'none', isAllowed: false, role: 'clerk', act: 'edit', models: 'Orders' } as const
  expect(refusalText(teller, new HaykalError('not_allowed', { explanation }))).toBe(
    'The role clerk may not edit Orders.',
  )
  expect(refusalText(teller, new HaykalError('not_allowed'))).toBe('Your role does not allow this.')
})
