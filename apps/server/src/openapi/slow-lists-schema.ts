/** What the doors of slow lists answer, as the document tells it. */
import type { EndpointName } from '@haykal/contract'
import type { JsonSchema } from '@haykal/model'

const labels: JsonSchema = { type: 'array', items: {}, description: 'The labels of the fields on the way.' }
const how: JsonSchema = {
  type: 'string',
  enum: ['index', 'none', 'texts', 'never'],
  description:
    '`index`: by an index; `none`: without one, though there could be one; `texts`: by looking into texts; `never`: in another way in which none would help.',
}
const listOf = (properties: { readonly [name: string]: JsonSchema }): JsonSchema => ({
  type: 'array',
  items: { type: 'object', properties },
})
const texts: JsonSchema = { type: 'array', items: { type: 'string' } }

const slowLists: JsonSchema = {
  type: 'object',
  required: ['lists'],
  properties: {
    lists: {
      ...listOf({
        model: { type: 'string' },
        tests: listOf({ path: labels, operator: { type: 'string' }, how }),
        isSearched: { type: 'boolean' },
        sort: listOf({ path: labels, descending: { type: 'boolean' } }),
        sorted: how,
        times: { type: 'integer', description: 'How often it was slow since the server started.' },
        bounded: { type: 'integer', description: 'How often it could not be shown whole.' },
        longest: { type: 'integer', description: 'Milliseconds.' },
        at: { type: 'string', format: 'date-time' },
        count: { type: ['integer', 'null'], description: 'How many records the model has; null: not counted in time.' },
        plan: { ...texts, description: 'What the database did, in its own words.' },
        steps: {
          ...listOf({ model: { type: 'string' }, terms: texts, isAddition: { const: true }, statements: texts }),
          description:
            "Indexes that would help: what to put into `indexes` of the model or, where the tables are somebody else's, what to run.",
        },
        views: listOf({ id: { type: 'string' }, name: { type: 'string' } }),
        otherViews: { type: 'integer', description: 'Views of others that would gain, too.' },
      }),
      description: 'The slowest first. What was asked for, and by whom, is kept nowhere.',
    },
  },
}

/** By the name of the endpoint. */
export const slowListReplies: { readonly [name in EndpointName]?: JsonSchema } = {
  readSlowLists: slowLists,
  makeIndex: slowLists,
}
