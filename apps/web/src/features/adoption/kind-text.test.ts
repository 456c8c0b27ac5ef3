import { createTranslator, loadTexts } from '@haykal/messages'
import type { FieldDefinition } from '@haykal/model'
import { expect, test } from 'vitest'
import { kindText } from './kind-text.ts'

const t = createTranslator(await loadTexts('en'), 'en')
const nameOf = (model: string) => `the ${model}`

test.each([
  [{ kind: 'text' }, 'Text in one line'],
  [{ kind: 'text', maxLength: 40 }, 'Text in one line, at most 40 characters'],
  [{ kind: 'text', maxLength: 100_000 }, 'Text in one line'],
  [{ kind: 'text', isMixed: true }, 'Text in one line, numbers among them'],
  [{ kind: 'datetime', written: 'seconds' }, 'Date and time (seconds since 1970)'],
  [{ kind: 'date', written: 'julian' }, 'Date (Julian days)'],
  [{ kind: 'decimal', scale: 2 }, 'Exact decimal number, 2 digits after the point'],
  [{ kind: 'relation', to: 'Artist' }, 'Points to the Artist'],
  [{ kind: 'constructor' }, 'constructor'],
])('says of %j: %s', (definition, words) => {
  expect(kindText(t, definition as FieldDefinition, nameOf)).toBe(words)
})
