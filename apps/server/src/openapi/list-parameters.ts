/** The parameters of lists, as the document tells them. */
import { filterBounds, type JsonSchema } from '@haykal/model'
import { countBound, facetBounds, pageSize } from '@haykal/records'

interface ListParameter {
  readonly name: string
  readonly schema: JsonSchema
  readonly description: string
}

const declared: readonly ListParameter[] = [
  {
    name: 'filter',
    schema: { type: 'string', maxLength: 20_000 },
    description:
      'A filter in JSON: `{"status":{"eq":"open"}}`, with `and`, `or` and `not`, paths through relations with dots, and the operators ' +
      '`eq ne gt gte lt lte in nin contains startsWith endsWith between isNull`. Simple tests may also be written `filter[status][eq]=open`. ' +
      'Records that point back are asked with `some` and `none`: `{"lines":{"some":{"quantity":{"gt":5}}}}`, `{"lines":{"none":{}}}`; ' +
      'where a model points back in several ways, the relation is named too (`orders.seller`). `$me` stands for who asks. Days and moments may be told from the present: ' +
      '`$now(-2h)`, `$today`, `$today(-30d)`, `$week`, `$month(-1)`, `$quarter`, `$year`; what is longer than a moment is meant as a whole, ' +
      'so that `{"placedAt":{"eq":"$month"}}` asks for all of this month. Where that is, the header `Haykal-Clock: Africa/Cairo; 6` says (the day ' +
      `on which a week begins, from Monday = 1); without it, UTC. At most ${filterBounds.nodes} conditions, ${filterBounds.depth} levels, ${filterBounds.childDepth} of them ` +
      `of records that point back, ${filterBounds.listLength} values in a list, ${filterBounds.patternLength} characters to look for.`,
  },
  {
    name: 'sort',
    schema: { type: 'string', maxLength: 1000 },
    description: 'Fields, `-` in front for descending: `-placedAt,name`.',
  },
  { name: 'q', schema: { type: 'string', maxLength: 200 }, description: 'Words to search for.' },
  {
    name: 'fields',
    schema: { type: 'string', maxLength: 10_000 },
    description: 'Only these fields, with commas between, beside the key.',
  },
  {
    name: 'limit',
    schema: { type: 'integer', minimum: 0, maximum: pageSize.most, default: pageSize.usual },
    description: 'Records a page; 0: none, only what is told of all of them.',
  },
  { name: 'after', schema: { type: 'string' }, description: 'The `next` of the page in front.' },
  { name: 'before', schema: { type: 'string' }, description: 'The `prev` of the page that follows.' },
  { name: 'last', schema: { type: 'boolean', default: false }, description: 'The last page.' },
  {
    name: 'at',
    schema: { type: 'string', pattern: '^[0-9]{1,12}$|^[0-9]{1,3}(\\.[0-9]{1,6})?%$' },
    description:
      'The page that begins at a row, counted from 0, or about at a share of a long list: `1200`, `37.5%`. A row is found by walking ' +
      'through all in front of it, a share without. Of `after`, `before`, `last`, `at` and `from`, one may be given.',
  },
  {
    name: 'from',
    schema: { type: 'string', maxLength: 1000 },
    description:
      'The page that begins at a value of what the list is sorted by first: `K` in a list of names begins with the first of them, as people ' +
      'read them, or with what comes behind.',
  },
  {
    name: 'facets',
    schema: { type: 'string', maxLength: 10_000 },
    description:
      `Fields, with commas between, at most ${facetBounds.fields}: \`meta.facets\` tells the ${facetBounds.values} most frequent values of each among all records ` +
      'that match, as if these were not filtered by the field itself. With `limit=0` and `count=none`, nothing else is asked.',
  },
  {
    name: 'count',
    schema: { type: 'string', enum: ['none', 'bounded', 'exact'], default: 'bounded' },
    description: `Whether to count all records that match: not at all, up to ${countBound}, or to the end.`,
  },
  {
    name: 'whole',
    schema: { type: 'boolean', default: false },
    description:
      'Take as long as any read may take. Without it, a list that cannot be gone through in a few seconds is answered with what can be shown of ' +
      'it, and `meta.bounded` says so.',
  },
]

/** Their names. */
export const listParameterNames: readonly string[] = declared.map(({ name }) => name)

/** As they stand in an operation. */
export const listParameters: readonly JsonSchema[] = declared.map(({ name, schema, description }) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
}))
