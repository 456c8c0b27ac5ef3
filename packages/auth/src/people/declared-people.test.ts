// What a project may say of its people, and what it is told when it says something else.
import { boolean, choice, integer, relation, text } from '@haykal/fields'
import { ModelMistakes } from '@haykal/model'
import { expect, test } from 'vitest'
import { declarePeople, rulesOptionsOf } from './declared-people.ts'

function mistakesOf(declaration: unknown): readonly string[] {
  try {
    declarePeople(declaration as Parameters<typeof declarePeople>[0])
  } catch (error) {
    if (error instanceof ModelMistakes) return error.mistakes
    throw error
  }
  return []
}

test('offers the ready roles, then those of the project', () => {
  const declared = declarePeople({ roles: { clerk: { label: 'Clerk', like: 'reader' }, guard: { label: 'Guard' } } })
  expect(declared.roleNames).toEqual(['owner', 'editor', 'reader', 'clerk', 'guard'])
  expect(rulesOptionsOf(declared).roles).toEqual([
    { name: 'clerk', label: 'Clerk', like: 'reader' },
    { name: 'guard', label: 'Guard' },
  ])
})

test('knows what rules may compare an attribute with', () => {
  const fields = { region: choice({ options: ['north'] }), limit: integer(), isHead: boolean(), note: text() }
  expect(rulesOptionsOf(declarePeople({ people: { fields } })).attributes).toEqual({
    region: { type: 'text', label: 'Region' },
    limit: { type: 'number', label: 'Limit' },
    isHead: { type: 'boolean', label: 'Is head' },
    note: { type: 'text', label: 'Note' },
  })
})

test('names every mistake at once', () => {
  const mistakes = mistakesOf({
    roles: {
      owner: { label: 'Boss' },
      public: { label: 'All' },
      'two words': { label: 'Two' },
      clerk: { label: 'Clerk', like: 'boss' },
      bare: {},
    },
    people: {
      fields: {
        email: text(),
        groups: text(),
        'a b': text(),
        team: relation({ to: 'teams' }),
        badge: text({ unique: true }),
        odd: { kind: 'nothing' },
        region: choice({ options: [] }),
      },
    },
  })
  const named = ['role "owner"', 'role "public"', 'role "two words"', 'role "clerk"', 'role "bare"']
  const fields = ['"email"', '"groups"', '"a b"', '"odd"', '"region"']
  for (const name of [...named, ...fields]) expect(mistakes.join('\n')).toContain(name)
  expect(
    mistakesOf({ people: { fields: { team: relation({ to: 'teams' }), badge: text({ unique: true }) } } }),
  ).toEqual([
    'people, field "team": what is asked of a person cannot point to a record',
    'people, field "badge": what is asked of a person cannot be unique',
  ])
})
