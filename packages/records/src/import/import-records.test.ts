// Rows of a file become records and edits, under the rules, as one change-set: the same on every engine.
import { type RunningPostgres, startPostgres } from '@haykal/database/testing'
import type { Json, ViewerRole } from '@haykal/model'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ImportReport, ImportRequest, ImportRow, RejectedRow } from '../index.ts'
import { buildDemo, type Demo } from '../testing/demo.ts'
import { refusalOf } from '../testing/invoices.ts'
import { keptChanges } from '../testing/kept-changes.ts'

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server?.stop()
})

let databases = 0
describeImport('SQLite', async () => ':memory:')
describeImport('PostgreSQL', async () => await server.createDatabase(`import_${databases++}`))

type Cells = readonly (readonly string[])[]

/** The rows of a file with one line each, below a header. */
async function* rowsOf(cells: Cells): AsyncGenerator<ImportRow> {
  for (const [index, row] of cells.entries()) yield { line: index + 2, cells: row }
}

function describeImport(engine: string, address: () => Promise<string>): void {
  describe(`imports on ${engine}`, () => {
    let demo: Demo
    beforeEach(async () => {
      await demo?.database.close()
      demo = await buildDemo(await address())
    }, 60_000)
    afterAll(async () => {
      await demo?.database.close()
    })

    /** Imports a table whose first row is its header. */
    async function importing(
      model: string,
      [columns = [], ...cells]: Cells,
      how: Partial<ImportRequest> & { readonly as?: ViewerRole } = {},
    ): Promise<{ readonly report: ImportReport; readonly rejected: readonly unknown[] }> {
      const { as = 'owner', ...request } = how
      const rejected: RejectedRow[] = []
      const report = await demo.as(as).import(model, {
        columns,
        rows: rowsOf(cells),
        reject: async (row) => {
          rejected.push(row)
        },
        ...request,
      })
      const named = rejected.map(({ row, code, problems }) => [
        row.line,
        code,
        ...problems.map((problem) => [problem.column, problem.code]),
      ])
      return { report, rejected: named }
    }

    /** Every row of every table, as a text. */
    async function everything(): Promise<readonly string[]> {
      const tables = ['authors', 'articles', 'taggings'].map(
        async (table) => await demo.database.queries.selectFrom(table).selectAll().execute(),
      )
      const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
      return (await Promise.all(tables))
        .flat()
        .map((row) => JSON.stringify(row, plain))
        .toSorted()
    }

    async function authors(): Promise<Json[][]> {
      const { data } = await demo.as('owner').list('authors', { sort: 'id' })
      return data.map(({ id = null, name = null, country = null, salary = null }) => [id, name, country, salary])
    }

    test('creates records of all rows where nothing tells them apart, with defaults for what is empty', async () => {
      const { report, rejected } = await importing('articles', [
        ['TITLE', 'Author', 'status', 'Published at', 'words', 'price', 'Is open'],
        ['One', '1', '', '2026-02-03 04:05+02:00', '٣', '1.5', 'yes'],
        ['Two', 'Łódź', 'published', '', '', '', ''],
      ])
      expect(rejected).toEqual([])
      expect(report).toMatchObject({ created: 2, edited: 0, unchanged: 0, rejected: 0, match: [], ignored: [] })
      const { data } = await demo.as('owner').list('articles', { filter: { id: { gt: 30 } }, sort: 'id' })
      expect(data).toMatchObject([
        {
          title: 'One',
          author: 1,
          status: 'draft',
          publishedAt: '2026-02-03T02:05:00.000Z',
          words: 3,
          price: '1.50',
          isOpen: true,
        },
        { title: 'Two', author: 3, status: 'published', words: null, price: null, isOpen: null },
      ])
    })

    test('edits what its key finds, leaves alone what is the same, and empties what is empty, as one change-set that an undo takes back', async () => {
      const before = await everything()
      const { report, rejected } = await importing('authors', [
        ['id', 'name', 'country'],
        ['1', 'مكتبة النيل', ''],
        ['2', 'Müller', 'DE'],
        ['3', 'Łódź', 'PL'],
        ['', 'New', 'FR'],
      ])
      expect(rejected).toEqual([])
      expect(report).toMatchObject({ created: 1, edited: 2, unchanged: 1, rejected: 0, match: ['id'] })
      expect(await authors()).toEqual([
        [1, 'مكتبة النيل', null, '100.00'],
        [2, 'Müller', 'DE', '250.50'],
        [3, 'Łódź', 'PL', null],
        [4, 'New', 'FR', null],
      ])
      const owner = demo.as('owner')
      const { set } = await owner.readChanges(report.changeSet ?? '')
      expect(set).toMatchObject({ means: 'import', by: { id: 'the owner' } })
      await owner.undo(report.changeSet ?? '')
      expect(await everything()).toEqual(before)
    })

    test('matches by other fields, and by several', async () => {
      const byName = await importing(
        'authors',
        [
          ['name', 'country'],
          ['Müller', 'AT'],
          ['Nobody', 'EG'],
        ],
        { match: ['Name'] },
      )
      expect(byName.report).toMatchObject({ created: 1, edited: 1, match: ['name'] })
      expect((await authors()).slice(1)).toEqual([
        [2, 'Müller', 'AT', '250.50'],
        [3, 'Łódź', null, null],
        [4, 'Nobody', 'EG', null],
      ])
      const composite = await importing('taggings', [
        ['tag', 'article', 'weight'],
        ['green', 'Article 01', '7'],
        ['blue', '2', '8'],
      ])
      expect(composite).toMatchObject({ rejected: [], report: { created: 1, edited: 1, match: ['article', 'tag'] } })
      const { data } = await demo.as('owner').list('taggings', { filter: { weight: { gt: 3 } }, sort: 'weight' })
      expect(data).toMatchObject([
        { article: 1, tag: 'green', weight: 7 },
        { article: 2, tag: 'blue', weight: 8 },
      ])
    })

    test('rejects rows that match several records, or a key that the database numbers', async () => {
      const { rejected } = await importing(
        'articles',
        [
          ['status', 'words'],
          ['draft', '5'],
        ],
        { match: ['status'] },
      )
      expect(rejected).toEqual([[2, 'invalid', ['status', 'several_match']]])
      const unknown = await importing('authors', [
        ['id', 'name'],
        ['77', 'X'],
      ])
      expect(unknown.rejected).toEqual([[2, 'invalid', ['id', 'key_not_found']]])
    })

    test('names every problem of every bad row, and lets the good ones in', async () => {
      const { report, rejected } = await importing('articles', [
        ['title', 'author', 'words', 'status'],
        ['Good', '1', '1', 'draft'],
        ['', '99', 'many', 'lost'],
        ['x'.repeat(41), '1', '-1', ''],
        ['Short', '1'],
        ['Long', '1', '2', 'draft', 'more'],
        ['Good too', 'Müller', '2', ''],
      ])
      expect(report).toMatchObject({ created: 2, rejected: 4 })
      expect(rejected).toEqual([
        [
          3,
          'invalid',
          ['author', 'no_such_record'],
          ['words', 'bad_number'],
          ['status', 'not_an_option'],
          ['title', 'required'],
        ],
        [4, 'invalid', ['title', 'too_long'], ['words', 'too_small']],
        [5, 'invalid', [undefined, 'wrong_cell_count']],
        [6, 'invalid', [undefined, 'wrong_cell_count']],
      ])
    })

    test('rejects what is not unique, in the file or in the table, without losing the rows around it', async () => {
      const { report, rejected } = await importing('authors', [['name'], ['A'], ['Müller'], ['A'], ['B']])
      expect(report).toMatchObject({ created: 2, rejected: 2 })
      expect(rejected).toEqual([
        [3, 'not_unique', ['name', 'not_unique']],
        [4, 'not_unique', ['name', 'not_unique']],
      ])
    })

    test('takes a relation by its key first, then by a title that one record has', async () => {
      await demo.as('owner').create('articles', { title: 'Twice', author: 1 })
      await demo.as('owner').create('articles', { title: 'Twice', author: 1 })
      const { rejected } = await importing('taggings', [
        ['article', 'tag'],
        ['Article 03', 'a'],
        ['Twice', 'b'],
        ['Nowhere', 'c'],
      ])
      expect(rejected).toEqual([
        [3, 'invalid', ['article', 'title_not_unique']],
        [4, 'invalid', ['article', 'no_such_record']],
      ])
    })

    test('finds parents that an earlier row of the same file made', async () => {
      const { rejected } = await importing('authors', [
        ['name', 'mentor'],
        ['Parent', ''],
        ['Child', 'Parent'],
        ['Grandchild', 'Child'],
      ])
      expect(rejected).toEqual([])
      expect(await demo.as('owner').read('authors', '6')).toMatchObject({ data: { name: 'Grandchild', mentor: 5 } })
    })

    test('keeps to the rules of whoever imports: row by row, and without a word of hidden fields', async () => {
      const draft = await importing(
        'articles',
        [
          ['title', 'author', 'status'],
          ['Mine', '1', 'draft'],
          ['Not mine', '1', 'published'],
        ],
        { as: 'editor' },
      )
      expect(draft.rejected).toEqual([[3, 'not_allowed']])
      const edits = await importing(
        'articles',
        [
          ['id', 'words'],
          ['5', '3'],
          ['1', '3'],
        ],
        { as: 'editor' },
      )
      expect(edits).toMatchObject({ rejected: [[2, 'not_allowed']], report: { edited: 1, rejected: 1 } })
      expect(
        await refusalOf(
          importing(
            'authors',
            [
              ['name', 'salary'],
              ['X', '1.00'],
            ],
            { as: 'reader' },
          ),
        ),
      ).toMatchObject([
        'malformed',
        ['/columns/1', 'no_field_of_column', { column: 'salary', fields: 'id, name, country, mentor' }],
      ])
      expect(await refusalOf(importing('authors', [['name'], ['X']], { as: 'reader' }))).toEqual(['not_allowed'])
    })

    test('keeps what others accepted after it began, and says which fields', async () => {
      const owner = demo.as('owner')
      async function* slowly(): AsyncGenerator<ImportRow> {
        for (let line = 2; line < 30; line += 1) yield { line, cells: ['3', 'PL', '1.00'] }
        await owner.edit('authors', '2', { values: { salary: '9.00' }, base: { salary: '250.50' } })
        await owner.edit('authors', '1', { values: { name: 'Renamed' }, base: { name: 'مكتبة النيل' } })
        const { id } = (await owner.create('authors', { name: 'Made meanwhile' })).data
        yield { line: 30, cells: ['2', 'DE', '5.00'] }
        yield { line: 31, cells: ['1', 'US', '100.00'] }
        yield { line: 32, cells: [String(id), 'US', ''] }
      }
      const { report, rejected } = await importing('authors', [['id', 'country', 'salary']], { rows: slowly() })
      expect(rejected).toEqual([
        [30, 'conflict', ['salary', 'changed_meanwhile']],
        [32, 'conflict', ['country', 'changed_meanwhile']],
      ])
      expect(report).toMatchObject({ edited: 2, unchanged: 27, rejected: 2 })
      expect(await authors()).toEqual([
        [1, 'Renamed', 'US', '100.00'],
        [2, 'Müller', 'DE', '9.00'],
        [3, 'Łódź', 'PL', '1.00'],
        [4, 'Made meanwhile', null, null],
      ])
    })

    test('does not bring back what somebody removed after it began', async () => {
      const owner = demo.as('owner')
      const [gone] = (await owner.list('taggings', { filter: { weight: { eq: 3 } } })).data
      async function* slowly(): AsyncGenerator<ImportRow> {
        for (let line = 2; line < 30; line += 1) yield { line, cells: ['1', 'green', '1'] }
        await owner.remove(
          'taggings',
          Buffer.from(JSON.stringify([gone?.article, gone?.tag])).toString('base64url'),
          '*',
        )
        yield { line: 30, cells: ['2', 'green', '4'] }
      }
      const { rejected } = await importing('taggings', [['article', 'tag', 'weight']], { rows: slowly() })
      expect(rejected).toEqual([[30, 'invalid', ['article', 'gone_meanwhile'], ['tag', 'gone_meanwhile']]])
    })

    test('compares with a base: what the row left alone is left alone, and what others changed since is kept', async () => {
      const base: Cells = [
        ['1', 'مكتبة النيل', 'EG', '100.00'],
        ['2', 'Müller', 'DE', '250.5'],
        ['3', 'Łódź', '', ''],
        ['9', 'Gone', 'XX', ''],
      ]
      await demo.as('owner').edit('authors', '1', { values: { country: 'SD' }, base: { country: 'EG' } })
      await demo.as('owner').edit('authors', '2', { values: { salary: '300.00' }, base: { salary: '250.50' } })
      await demo.as('owner').create('authors', { name: 'Later' })
      const { report, rejected } = await importing(
        'authors',
        [
          ['id', 'name', 'country', 'salary'],
          ['1', 'مكتبة النيل', 'EG', '111.00'],
          ['2', 'Müller', 'AT', '251.00'],
          ['3', 'Łódź', '', ''],
          ['9', 'Gone', 'YY', ''],
          ['4', 'Later', 'ZZ', ''],
          ['', 'New', 'EG', ''],
        ],
        { base: { columns: ['Id', 'Name', 'Country', 'Salary'], rows: rowsOf(base) } },
      )
      expect(report).toMatchObject({ created: 1, edited: 1, unchanged: 1, rejected: 3 })
      expect(rejected).toEqual([
        [3, 'conflict', ['salary', 'changed_meanwhile']],
        [5, 'invalid', ['id', 'gone_meanwhile']],
        [6, 'invalid', ['id', 'not_in_base']],
      ])
      expect((await authors()).slice(0, 2)).toEqual([
        [1, 'مكتبة النيل', 'SD', '111.00'],
        [2, 'Müller', 'DE', '300.00'],
      ])
    })

    test('tries everything and writes nothing in a dry run, with the same report', async () => {
      const before = await everything()
      const table: Cells = [
        ['id', 'name', 'country'],
        ['1', 'مكتبة النيل', 'SD'],
        ['2', 'Müller', 'DE'],
        ['', 'A', ''],
        ['', 'A', ''],
      ]
      const tried = await importing('authors', table, { isDryRun: true })
      expect(await everything()).toEqual(before)
      expect(await keptChanges(demo.database)).toEqual([])
      const done = await importing('authors', table)
      expect(tried.rejected).toEqual([[5, 'not_unique', ['name', 'not_unique']]])
      expect(tried).toEqual({ ...done, report: { ...done.report, changeSet: null } })
      expect(done.report).toMatchObject({ created: 1, edited: 1, unchanged: 1, rejected: 1 })
    })

    test('writes all or nothing where that is asked for', async () => {
      const before = await everything()
      const bad = await importing('authors', [['name'], ['A'], ['Müller'], ['B']], { isAllOrNothing: true })
      expect(bad.report).toMatchObject({ changeSet: null, created: 2, rejected: 1 })
      expect(await everything()).toEqual(before)
      const good = await importing('authors', [['name'], ['A'], ['B']], { isAllOrNothing: true })
      expect(good.report).toMatchObject({ changeSet: expect.any(String), created: 2, rejected: 0 })
      await demo.as('owner').undo(good.report.changeSet ?? '')
      expect(await authors()).toHaveLength(3)
    })

    test('names everything that is wrong with the columns before a row is read', async () => {
      async function* never(): AsyncGenerator<ImportRow> {
        yield await Promise.reject(new Error('a row was read'))
      }
      const refused = (columns: readonly string[], how: Partial<ImportRequest> = {}) =>
        refusalOf(importing('articles', [columns], { rows: never(), ...how })).then((refusal) =>
          (refusal as readonly (readonly string[])[]).slice(1).map(([pointer, code]) => [pointer, code]),
        )
      expect(await refused(['title', 'nobody', 'TITLE', '', 'words'])).toEqual([
        ['/columns/1', 'no_field_of_column'],
        ['/columns/2', 'column_twice'],
        ['/columns/3', 'column_unnamed'],
      ])
      expect(await refused(['words'])).toEqual([
        ['/columns/title', 'column_missing'],
        ['/columns/author', 'column_missing'],
      ])
      expect(await refused(['title', 'author'], { match: ['words'] })).toEqual([['/match', 'no_match_column']])
      expect(await refused(['title', 'author', 'extras'], { match: ['extras'] })).toEqual([['/match', 'no_match_by']])
      const base = { columns: ['id'], rows: never() }
      expect(await refused(['id', 'words'], { base })).toEqual([['/base/words', 'base_lacks_column']])
      expect(await refused(['title', 'author'], { base })).toEqual([['/base', 'base_without_match']])
    })

    test('takes a file of rejected rows as it is', async () => {
      const { report } = await importing('authors', [
        ['name', 'line', 'problems'],
        ['Mended', '7', 'name: Another record has this value already.'],
      ])
      expect(report).toMatchObject({ created: 1, rejected: 0, ignored: [] })
    })
  })
}
