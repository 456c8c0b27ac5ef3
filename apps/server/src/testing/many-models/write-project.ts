/** Writes a project of as many models as wanted, fifteen fields each, for tests of how quick large projects stay: related, computed, rolled up, under rules. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../../../..')

/** Where things are in a project that was written. */
export interface WrittenProject {
  readonly folder: string
  /** The model in the middle: what is defined, and the code that uses its records. */
  readonly model: string
  readonly use: string
  /** What looks up models of the whole project by their names. */
  readonly names: string
  /** What lists them all. */
  readonly list: string
}

/** Writes the project into a folder that is empty. */
export function writeProject(folder: string, models: number): WrittenProject {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    return join(folder, path)
  }
  const numbers = Array.from({ length: models }, (_, index) => index)
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(join(root, 'packages/haykal'), join(folder, 'node_modules/haykal'))
  symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
  write('package.json', '{ "name": "many", "private": true, "type": "module" }\n')
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts', 'models'] }))
  for (const number of numbers) {
    write(`models/m${number}/m${number}.ts`, modelText(number, models))
    write(`models/m${number}/m${number}.server.ts`, rulesText(number))
    write(`models/m${number}/use.ts`, useText(number))
  }
  const list = write('haykal.config.ts', configText(numbers))
  write('haykal.server.ts', serverText(numbers))
  const names = write('rules.ts', namesText)
  const middle = `m${Math.floor(models / 2)}`
  const model = join(folder, 'models', middle, `${middle}.ts`)
  return { folder, model, use: join(dirname(model), 'use.ts'), names, list }
}

const compilerOptions = {
  target: 'es2024',
  lib: ['es2024', 'dom', 'dom.iterable', 'esnext.disposable'],
  module: 'nodenext',
  jsx: 'react-jsx',
  types: ['node'],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
}

function modelText(number: number, models: number): string {
  const parent = `m${(number * 7 + 1) % models}s`
  const other = `m${(number * 3 + 2) % models}s`
  return `/** Model ${number}. */
import { boolean, choice, computed, date, datetime, decimal, defineModel, email, integer, longText, money, relation, rollup, tags, text } from 'haykal'

export const m${number} = defineModel({
  name: 'm${number}s',
  title: 'name',
  label: { en: 'Thing ${number}', ar: 'شيء ${number}' },
  plural: { en: 'Things ${number}', ar: 'أشياء ${number}' },
  fields: {
    name: text({ required: true, maxLength: 200, searchable: true, label: { en: 'Name', ar: 'الاسم' } }),
    status: choice({ required: true, default: 'draft', options: ['draft', 'paid', 'shipped', 'late'] }),
    region: text({ maxLength: 20 }),
    parent: relation({ to: '${parent}' }),
    other: relation({ to: '${other}', onRemove: 'clear' }),
    self: relation({ to: 'm${number}s' }),
    count: integer({ required: true, default: 1, min: 0 }),
    price: money({ currency: 'EUR' }),
    weight: decimal({ scale: 3 }),
    placedAt: datetime({ required: true, default: '$now' }),
    day: date(),
    isOpen: boolean({ required: true, default: false }),
    contact: email(),
    amount: computed({ from: 'price * count', as: money({ currency: 'EUR' }) }),
    below: rollup({ of: 'm${number}s.self', count: true }),
    labels: tags(),
    note: longText(),
  },
  indexes: [['status', '-placedAt']],
  checks: [{ when: { status: { eq: 'paid' } }, that: { price: { isNull: false } }, message: 'What is paid has a price.' }],
  list: { columns: ['name', 'status', 'parent', 'placedAt'], sort: '-placedAt' },
})
`
}

function rulesText(number: number): string {
  return `/** Who may do what with model ${number}. */
import { defineServer } from 'haykal/server'
import { m${number} } from './m${number}.ts'

export const m${number}Server = defineServer(m${number}, {
  rules: {
    reader: { read: true, hide: ['price', 'amount'] },
    clerk: {
      read: { or: [{ region: { eq: '$me.region' } }, { 'parent.region': { eq: '$me.region' } }] },
      create: { status: { eq: 'draft' } },
      edit: { where: { status: { in: ['draft', 'late'] }, count: { lte: 5 } }, fields: ['status', 'note', 'count'] },
      hide: ['price', 'amount'],
      readOnly: ['contact'],
    },
    editor: { read: true, create: true, edit: true, remove: { status: { eq: 'draft' }, isOpen: { eq: false } } },
  },
})
`
}

/** What code does with the records of a model. */
function useText(number: number): string {
  return `/** What is done with records of model ${number}. */
import type { EditOf, FilterOf, NewRecordOf, RecordOf, SortOf } from 'haykal'
import type { TypedRecords } from 'haykal/server'
import { m${number} } from './m${number}.ts'

type Thing = RecordOf<typeof m${number}>

export const late: FilterOf<typeof m${number}> = { status: { eq: 'late' }, count: { gt: 3 }, 'parent.status': { eq: 'paid' } }
export const order: SortOf<typeof m${number}>[] = ['-placedAt', 'name']
export const fresh: NewRecordOf<typeof m${number}> = { name: 'new', price: '1.00', parent: 7 }
export const change: EditOf<typeof m${number}> = { status: 'paid', note: null }

export function titleOf({ name, status, amount }: Thing): string {
  return name + status + (amount ?? '')
}

export async function lateOnes(records: TypedRecords): Promise<readonly Thing[]> {
  const page = await records.list(m${number}, { filter: { and: [late, { isOpen: { eq: true } }] }, sort: order, limit: 10 })
  return page.data.filter((thing) => thing.count > 3 && thing.placedAt !== '')
}
`
}

function configText(numbers: readonly number[]): string {
  return `/** Many models. */
import { defineProject, text } from 'haykal'
${numbers.map((number) => `import { m${number} } from './models/m${number}/m${number}.ts'`).join('\n')}

export const project = defineProject({
  name: 'many',
  label: 'Many',
  models: [${numbers.map((number) => `m${number}`).join(', ')}],
  roles: { clerk: { label: 'Clerk', like: 'reader' } },
  people: { fields: { region: text() } },
})
`
}

function serverText(numbers: readonly number[]): string {
  return `/** The server faces of many models. */
import { defineProjectServer } from 'haykal/server'
import { project } from './haykal.config.ts'
${numbers.map((number) => `import { m${number}Server } from './models/m${number}/m${number}.server.ts'`).join('\n')}

export const server = defineProjectServer(project, {
  models: [${numbers.map((number) => `m${number}Server`).join(', ')}],
  endpoints: [],
})
`
}

/** What looks up models by their names, as tests of rules do. */
const namesText = `/** Tests of many models. */
import type { TestProject } from 'haykal/testing'
import type { project } from './haykal.config.ts'

export async function look(many: TestProject<typeof project>): Promise<boolean> {
  const [thing] = await many.put('m0s', [{ name: 'one', status: 'late' }])
  const clerk = many.as('clerk', { attributes: { region: 'EG' } })
  const seen = await clerk.sees('m0s', { status: { eq: 'late' }, count: { gt: 0 } })
  return seen.some(({ id }) => id === thing.id) && (await clerk.may('edit', 'm0s', thing))
}
`
