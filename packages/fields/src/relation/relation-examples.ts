/** Examples of relations. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { RelationOptions } from './relation.ts'

const byText: RelationOptions = { to: 'countries', keyKind: 'text' }

/** What a relation takes, refuses and reads. */
export const relationExamples: FieldKindExamples<RelationOptions> = {
  options: { to: 'authors' },
  accepted: [
    { input: 7 },
    { input: '7', value: 7 },
    { input: '9223372036854775807' },
    { input: 'EG', options: byText },
    { input: '007', options: byText },
    { input: 7, options: { to: 'authors', toField: 'key' } },
    { input: 'EG', options: { ...byText, toField: 'key' } },
  ],
  refused: [
    { input: 'seven', code: 'bad_number' },
    { input: 1.5, code: 'wrong_type' },
    { input: { id: 7 }, code: 'wrong_type' },
    { input: 7, options: byText, code: 'wrong_type' },
  ],
  typed: [
    { text: ' ٧ ', value: 7 },
    { text: 'EG', value: 'EG', options: byText },
  ],
  mistyped: [{ text: 'seven', code: 'bad_number' }],
  badOptions: [
    { to: '' },
    { to: undefined as unknown as string },
    { to: 'authors', keyKind: 'uuid' as 'text' },
    { to: 'authors', default: 'seven' },
    { to: 'authors', toField: '' },
    { to: 'authors', onRemove: 'vanish' as 'clear' },
    { to: 'authors', onRemove: 'clear', required: true },
    { to: 'authors', toField: 7 as unknown as string },
  ],
}
