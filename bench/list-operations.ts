/** What people do with a list of orders, each as an address of ours and as the statement by which a bare server reads the same page. */

/** What is looked for, found in the data. */
export interface Sought {
  /** A customer with few orders. */
  readonly customer: number
  /** A seller with orders all over the list. */
  readonly seller: number
  /** The order in the middle of the list. */
  readonly middle: { readonly placedAt: string; readonly number: number }
}

/** One thing to do. */
export interface Operation {
  readonly name: string
  /** The parameters of our list, besides the fields. `cursor` is that of the middle of the list. */
  ours(sought: Sought, cursor: { readonly next: string; readonly prev: string }): string
  /** What a bare server asks, after `select …`, with its values; absent: nothing but an index of ours finds it. */
  bare?(sought: Sought): { readonly sql: string; readonly values: readonly (string | number)[] }
}

const newest = 'order by "placedAt" desc, number desc limit 50'

/** In the order of the budgets (`docs/performance.md`). */
export const operations: readonly Operation[] = [
  { name: 'as it comes', ours: () => '', bare: () => ({ sql: `from orders as o ${newest}`, values: [] }) },
  {
    name: 'sorted by an amount',
    ours: () => 'sort=total',
    bare: () => ({ sql: 'from orders as o order by total, number limit 50', values: [] }),
  },
  {
    name: 'filtered by a status',
    ours: () => 'filter[status][eq]=paid',
    bare: () => ({ sql: `from orders as o where status = 'paid' ${newest}`, values: [] }),
  },
  {
    name: 'filtered by a relation, common',
    ours: ({ seller }) => `filter[seller][eq]=${seller}`,
    bare: ({ seller }) => ({ sql: `from orders as o where +seller = ? ${newest}`, values: [seller] }),
  },
  {
    name: 'a rare value, sorted by an amount',
    ours: ({ customer }) => `filter[customer][eq]=${customer}&sort=total`,
    bare: ({ customer }) => ({
      sql: 'from orders as o where customer = ? order by +total, number limit 50',
      values: [customer],
    }),
  },
  {
    name: 'sorted by the title of a relation',
    ours: () => 'sort=customer',
    bare: () => ({
      sql: `from customers as c cross join orders as o on o.customer = c.id order by c."name$order", c.id, o.number limit 50`,
      values: [],
    }),
  },
  {
    name: 'the page in the middle',
    ours: (_, { next }) => `after=${next}`,
    bare: ({ middle }) => ({
      sql: `from orders as o where ("placedAt", number) < (?, ?) ${newest}`,
      values: [middle.placedAt, middle.number],
    }),
  },
  {
    name: 'the page before that',
    ours: (_, { prev }) => `before=${prev}`,
    bare: ({ middle }) => ({
      sql: 'from orders as o where ("placedAt", number) > (?, ?) order by "placedAt", number limit 50',
      values: [middle.placedAt, middle.number],
    }),
  },
  { name: 'the last page', ours: () => 'last=true' },
  { name: 'a word that few have', ours: () => 'q=BX-2291 990' },
  { name: 'a word that many have', ours: () => 'q=customs' },
  { name: 'a word that many have, sorted', ours: () => 'q=customs&sort=total' },
  { name: 'a part of names', ours: () => 'q=papier' },
  { name: 'a part of names, sorted', ours: () => 'q=papier&sort=total' },
  { name: 'two words that stand together', ours: () => 'q=customs papers' },
  { name: 'two words that never do', ours: () => 'q=customs bell' },
  { name: 'a word and a status', ours: () => 'q=customs&filter[status][eq]=returned' },
  { name: 'a word that one in 12 has', ours: () => 'q=the&sort=total' },
  { name: 'one letter', ours: () => 'q=c' },
]

/** Those that are also asked for the first time after a save. */
export const afterSave: readonly string[] = [
  'as it comes',
  'a word that many have',
  'a word that many have, sorted',
  'a part of names',
  'a part of names, sorted',
  'two words that stand together',
  'two words that never do',
  'a word and a status',
  'a word that one in 12 has',
]

/** Words each of which one in 57 notes has, and that no operation asks for: what a search takes that nobody has asked for yet. */
export const newWords = {
  listed: [
    ...['urgent', 'invoice', 'calibration', 'beans', 'broken', 'quiet', 'waiting'],
    ...['sample', 'office', 'price', 'stock', 'wrap', 'higher'],
  ],
  counted: [
    ...['colours', 'split', 'palette', 'pallet', 'deliver', 'ordered', 'certificates'],
    ...['replace', 'shipments', 'lyon', 'ground', 'short', 'door'],
  ],
} as const
