/** Every command of `haykal`, with the names that people who come from Django type. */
import type { Command, Flag } from './command.ts'

const data: Flag = { type: 'string', value: 'DIR', help: 'where Haykal keeps its own database and files' }

const serving: { readonly [name: string]: Flag } = {
  port: { type: 'string', value: 'PORT', help: 'the port to listen on (3000)' },
  host: { type: 'string', value: 'HOST', help: 'the address to listen on (127.0.0.1)' },
  data,
  'public-url': { type: 'string', value: 'URL', help: 'the address that people use, when it is another one' },
  scale: { type: 'string', value: 'N', help: 'how much sample data a new database gets (1)' },
}

/** Answers to what is asked when an adopted file and a data folder do not clearly belong together. */
const identity: { readonly [name: string]: Flag } = {
  same: {
    type: 'boolean',
    help: 'the file holds the database that the data folder belongs to, though it does not look like it',
  },
  was: { type: 'string', value: 'DIR', help: 'the data folder that the file had before it was moved or renamed' },
  new: { type: 'boolean', help: 'begin without the data folder of any file that was moved' },
}

/** By name; a name may be two words. */
export const commands: { readonly [name: string]: Command } = {
  start: {
    usage: '[PROJECT|DATABASE]',
    summary: 'serve a project folder, an SQLite file or a postgres:// address; without one, the project in this folder',
    flags: {
      ...serving,
      ...identity,
      web: { type: 'string', value: 'DIR', help: 'the built pages to serve; without them, the API alone' },
    },
    load: () => import('./start.ts'),
  },
  dev: {
    usage: '[PROJECT|DATABASE]',
    summary: 'serve the API behind a development server that serves the pages',
    flags: { ...serving, ...identity },
    load: () => import('./dev.ts'),
  },
  'user create': {
    usage: 'EMAIL [PROJECT|DATABASE] --role ROLE --password-stdin',
    summary: 'create a person who may sign in',
    flags: {
      role: { type: 'string', value: 'ROLE', help: 'owner, editor, reader, or a role of the project' },
      attribute: {
        type: 'string',
        multiple: true,
        value: 'NAME=VALUE',
        help: 'what the project asks of people; once for each',
      },
      name: { type: 'string', value: 'NAME', help: 'what people call them; without it, the address up to the @' },
      'password-stdin': { type: 'boolean', help: 'read the password from the input' },
      data,
    },
    load: () => import('./user-create.ts'),
  },
  'user suspend': {
    usage: 'EMAIL [PROJECT|DATABASE]',
    summary: 'let a person sign in no more, and end their sessions',
    flags: { data },
    load: () => import('./user-suspend.ts'),
  },
  'user resume': {
    usage: 'EMAIL [PROJECT|DATABASE]',
    summary: 'let a suspended person sign in again',
    flags: { data },
    load: () => import('./user-resume.ts'),
  },
  'user reset-password': {
    usage: 'EMAIL [PROJECT|DATABASE]',
    summary: 'print a one-time address with which a person sets another password',
    flags: {
      'public-url': { type: 'string', value: 'URL', help: 'the address that people use' },
      port: { type: 'string', value: 'PORT', help: 'the port that is listened on, without a public address (3000)' },
      host: { type: 'string', value: 'HOST', help: 'the address that is listened on (127.0.0.1)' },
      data,
    },
    load: () => import('./user-reset-password.ts'),
  },
  unlock: {
    usage: 'MODEL… [DATABASE]',
    summary: 'open models of an adopted database for editing',
    flags: { data },
    load: () => import('./unlock.ts'),
  },
  import: {
    usage: 'MODEL FILE [PROJECT|DATABASE]',
    summary: 'make records and edits of the rows of a CSV file, and tell row by row what does not go in',
    flags: {
      match: {
        type: 'string',
        value: 'FIELD,…',
        help: 'how rows find their records; without it, by the key if its columns are there, else every row is a new record',
      },
      base: {
        type: 'string',
        value: 'FILE',
        help: 'the same rows before they were edited: what others changed since is kept, and told',
      },
      'dry-run': { type: 'boolean', help: 'try everything and write nothing' },
      'all-or-nothing': { type: 'boolean', help: 'write nothing when one row is rejected' },
      rejects: { type: 'string', value: 'FILE', help: 'where rejected rows go (FILE.rejects.csv)' },
      as: { type: 'string', value: 'EMAIL', help: 'for whom, under whose rules (an owner)' },
      delimiter: { type: 'string', value: 'TEXT', help: 'what stands between two values: "," or ";" or tab (,)' },
      encoding: { type: 'string', value: 'NAME', help: 'such as utf-16le or windows-1256 (utf-8)' },
      data,
    },
    load: () => import('./import.ts'),
  },
  introspect: {
    usage: 'DATABASE',
    summary: 'tell what each table and view of a database would be, and every doubt; changes nothing',
    flags: {},
    load: () => import('./introspect.ts'),
  },
  openapi: {
    usage: '[PROJECT|DATABASE]',
    summary: 'print the API as an OpenAPI document',
    flags: { data },
    load: () => import('./openapi.ts'),
  },
  check: {
    usage: '[PROJECT]',
    summary: 'say everything that is wrong with a project, and write down who may do what',
    flags: {
      matrix: {
        type: 'boolean',
        help: 'write role by model by act by field into rules.md, for reviews to see it change',
      },
      verify: { type: 'boolean', help: 'fail when rules.md says something else than the rules do' },
    },
    load: () => import('./check.ts'),
  },
  explain: {
    usage: 'PERSON ACT MODEL [ID]',
    summary: 'say why somebody may or may not read, create, edit or remove; PERSON is an email address or a role',
    flags: {
      field: { type: 'string', value: 'F', help: 'ask about one field of the record' },
      in: { type: 'string', value: 'PROJECT|DATABASE', help: 'where; without it, the project in this folder' },
      data,
    },
    load: () => import('./explain.ts'),
  },
  doctor: {
    usage: '',
    summary: 'tell each setting, its value and where it came from',
    flags: {},
    load: () => import('./doctor.ts'),
  },
}

/** Other names: for which command, and with which flags beside those that are typed. */
export const aliases: { readonly [name: string]: { readonly command: string; readonly flags?: readonly string[] } } = {
  runserver: { command: 'start' },
  createsuperuser: { command: 'user create', flags: ['--role', 'owner'] },
  inspectdb: { command: 'introspect' },
}
