/** Lists what a file holds: tables, views, virtual tables, and what belongs to each of them in the catalogue. */
import { sql } from 'kysely'
import type { Queries, Row, TableShape } from '../../../engine.ts'
import { foldName, isWord, tokensOf } from './tokens.ts'

/** A table, a view or a virtual table, before anything of it was read. */
export interface SqliteObject {
  readonly name: string
  readonly kind: TableShape['kind']
  readonly isWithoutRowid: boolean
  /** The CREATE statement. */
  readonly statement: string
  readonly module?: string
  readonly shadowOf?: string
}

/** Everything that people made, in the order of the names; SQLite's own tables are left out. */
export async function readObjects(queries: Queries): Promise<readonly SqliteObject[]> {
  const { rows } = await sql<Row>`
    select l.name, l.type, l.wr, coalesce(s.sql, '') as statement
    from pragma_table_list as l left join sqlite_schema as s on s.name = l.name and s.type in ('table', 'view')
    where l.schema = 'main' and l.name not like 'sqlite\\_%' escape '\\' order by l.name`.execute(queries)
  const modules = new Map(
    rows.filter((row) => row.type === 'virtual').map((row) => [String(row.name), moduleIn(String(row.statement))]),
  )
  return rows.map((row): SqliteObject => {
    const name = String(row.name)
    const module = modules.get(name)
    const shadowOf =
      row.type === 'virtual' || row.type === 'view' ? undefined : ownerOfShadow(name, row.type === 'shadow', modules)
    return {
      name,
      kind: row.type === 'view' || row.type === 'virtual' ? row.type : 'table',
      isWithoutRowid: Number(row.wr) === 1,
      statement: String(row.statement),
      ...(module === undefined ? {} : { module }),
      ...(shadowOf === undefined ? {} : { shadowOf }),
    }
  })
}

/** The names of the triggers of each table, by its folded name. */
export async function readTriggers(queries: Queries): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } =
    await sql<Row>`select tbl_name, name from sqlite_schema where type = 'trigger' order by name`.execute(queries)
  const triggers = new Map<string, string[]>()
  for (const row of rows) {
    const table = foldName(String(row.tbl_name))
    triggers.set(table, [...(triggers.get(table) ?? []), String(row.name)])
  }
  return triggers
}

function moduleIn(statement: string): string {
  const tokens = tokensOf(statement)
  return tokens[tokens.findIndex((token) => isWord(token, 'using')) + 1]?.text ?? ''
}

/** What the modules of SQLite and of widespread extensions call their tables; SQLite itself knows only those of modules that it has. */
const shadowEndings =
  /^(content|docsize|segments|segdir|stat|data|idx|config|node|parent|rowid|info|chunks|rowids|auxiliary|(vector|metadata).*\d\d)$/

function ownerOfShadow(name: string, isMarked: boolean, modules: ReadonlyMap<string, string>): string | undefined {
  const owners = [...modules.keys()].filter((owner) => foldName(name).startsWith(`${foldName(owner)}_`))
  const owner = owners.sort((a, b) => b.length - a.length)[0]
  if (owner === undefined) return undefined
  return isMarked || shadowEndings.test(foldName(name.slice(owner.length + 1))) ? owner : undefined
}
