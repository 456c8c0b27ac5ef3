/** Records are called by what people would call them. */
import { expect, test } from 'vitest'
import { adoptedFiles } from '../testing/adopted-files.ts'

const adopt = adoptedFiles()

test.each([
  ['the name', 'things (id integer primary key, description text, name text)', 'name'],
  ['the title', 'books (isbn text primary key, title text)', 'title'],
  [
    'the last name of people, whose title is a rank',
    'staff (id integer primary key, title text, first_name text, last_name text)',
    'last_name',
  ],
  [
    'the name that has the name of the table in it',
    'albums (id integer primary key, artist_name text, album_name text)',
    'album_name',
  ],
  ['the number', 'invoices (id integer primary key, note text, invoice_no text)', 'invoice_no'],
  [
    'no secret and no key of others',
    'logs (id integer primary key, object_id text, password text, shown text)',
    'shown',
  ],
  ['the first short text otherwise', 'colours (id integer primary key, hex text, mood text)', 'hex'],
  [
    'its key, where that is a text and nothing is called a name',
    'currencies (abbreviation text primary key, sign text)',
    undefined,
  ],
  ['its key, where there are only long texts', 'letters (id integer primary key, body text)', undefined],
  [
    'its key, where the only text points to something',
    'visits (id integer primary key, place text references places)',
    undefined,
  ],
])('a record is called by %s', async (_, table, title) => {
  const statements = `create table places (name text primary key not null); create table ${table}`
  const { model } = await adopt(statements)
  const name = table.slice(0, table.indexOf(' '))
  expect(model(name).title).toBe(title)
})

test('is not called by what nearly all records share, or few have', async () => {
  const statements = `
    create table things (id integer primary key, name text, title text, label text);
    with recursive c(n) as (select 1 union all select n + 1 from c where n < 60)
      insert into things select n, 'same', iif(n < 5, 'rare ' || n, null), 'label ' || n from c;`
  const { model } = await adopt(statements)
  expect(model('things').title).toBe('label')
})
