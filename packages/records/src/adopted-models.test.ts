/** Whatever a database holds, the models guessed of it are models that the field kinds accept, as are all their alternatives. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { adoptTables, openDatabase } from '@haykal/database'
import { fieldKinds } from '@haykal/fields'
import { type Adoption, correctDefinition, resolveModels } from '@haykal/model'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The public sample database, where the neighbours of the checkout have put it. */
const chinook = resolve(import.meta.dirname, '../../../../shared/data/chinook.sqlite')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haykal-guesses-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function adopt(path: string): Promise<Adoption> {
  const database = await openDatabase(path, { isReadOnly: true })
  const adoption = await adoptTables(database)
  await database.close()
  return adoption
}

/** Resolves the guesses as they are, then with each field in turn taken for each of its alternatives. */
function resolveAll({ guesses }: Adoption): void {
  const definitions = guesses.map(({ definition }) => definition)
  const models = resolveModels(definitions, { kinds: fieldKinds })
  expect(models.all.map(({ name }) => name)).toEqual(definitions.map(({ name }) => name))
  for (const { definition, alternatives } of guesses) {
    for (const [field, others] of Object.entries(alternatives)) {
      for (const as of others) {
        const corrected = correctDefinition(definition, { fields: { [field]: { as } } })
        const all = definitions.map((each) => (each === definition ? corrected : each))
        expect(() => resolveModels(all, { kinds: fieldKinds })).not.toThrow()
      }
    }
  }
}

test('guesses of every sort are models', async () => {
  const path = join(folder, 'odd.sqlite')
  const file = new DatabaseSync(path)
  file.exec(`
    create table "-" ("" text, "and" text, "a.b" text, "-x" int, "a,b" real, "الاسم" text);
    create table plain (id integer primary key, code text unique, size text check (size in ('S', 'M', '')), stars int check (stars in (1, 2, 3)),
      is_on int, price real, created_at int, updated text, julian_date real, settings text, body text, photo blob, anything,
      total as (price * 2), wide numeric(38, 20), whole decimal(9), born date, at_ms timestamp);
    insert into plain (id, code, size, stars, is_on, price, created_at, updated, julian_date, settings, body, photo, anything, born, at_ms)
      values (1, 'a', 'S', 1, 1, 9.5, 1700000000, '2024-01-01 10:00:00', 2460000.25, '{"a":[1]}', 'two
lines', x'00', 'x', '2024-01-01', 1700000000123), (2, 'b', 'M', 2, 0, 10, 1700000001, '2024-01-02', 2460000.5, '[]', 'one', null, 7, '2024-01-02', 1700000000124);
    create table child (id integer primary key, a text, b int, plain int references plain, code text references plain (code), up int references child);
    create table pairs (a int not null, b text not null, primary key (b, a)) without rowid;
    create table under (a int, b text, foreign key (b, a) references pairs (b, a));
    create table links (plain int references plain, child int references child, primary key (plain, child));
    create table empty_one (id text primary key, t text, d datetime, n numeric, u frob, none);
    create table statuses (id integer primary key, status text);
    create view seen as select plain.id, child.up, price + 1 as more from plain join child on child.plain = plain.id;
    create view tall as select code from plain union select code from child;
    create virtual table words using fts5(body);
    with recursive c(n) as (select 1 union all select n + 1 from c where n < 100)
      insert into statuses select n, iif(n % 2, 'open', 'paid') from c;
  `)
  file.close()
  const adoption = await adopt(path)
  expect(adoption.guesses).toHaveLength(11)
  resolveAll(adoption)
})

test.skipIf(!existsSync(chinook))(
  'guesses about Chinook are models (skipped where it does not lie beside the checkout)',
  async () => {
    resolveAll(await adopt(chinook))
  },
)
