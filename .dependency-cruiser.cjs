/** Who may import whom: the floors of the workspace, written as rules whose messages say what to do instead. */
const { builtinModules } = require('node:module')

/** A package imports only from floors below its own. Apps stand above all of them, and never on each other. */
const floors = [
  ['model', 'ui', 'messages'],
  ['fields', 'database'],
  ['access', 'contract'],
  ['records', 'auth'],
  ['haykal'],
]

const folder = (names) => `^packages/(?:${names.join('|')})/`

/** For each floor: nothing at its own height (other than itself) or above. */
const floorRules = floors.map((names, height) => ({
  name: `floor-${height}`,
  severity: 'error',
  comment: `${names.join(', ')} stand on floor ${height} and import only from lower floors. Move what both need to a lower floor, or hand it in as an argument.`,
  from: { path: `^packages/(${names.join('|')})/` },
  to: { path: [folder(floors.slice(height).flat()), '^(?:apps|examples|e2e|tools|bench)/'], pathNot: '^packages/$1/' },
}))

const inBrowser = ['^apps/web/src/', '\\.view\\.tsx$']
const onServerOnly = [
  '\\.server\\.ts$',
  '(?:^|/)node_modules/(?:kysely|better-sqlite3|pg|zod|lucia|@node-rs/argon2|hono|@hono/[^/]+|pino)/',
  `^(?:node:)?(?:${builtinModules.join('|')})$`,
]

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'apps-apart',
      severity: 'error',
      comment: 'The apps speak over HTTP only. What both need belongs in packages/contract.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^(?:apps|examples|e2e|tools|bench)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'projects-use-the-kit',
      severity: 'error',
      comment:
        'A project imports haykal, haykal/server and haykal/web, and in its tests haykal/testing. What it lacks belongs in packages/haykal.',
      from: { path: '^examples/([^/]+)/' },
      to: { path: '^(?:apps|packages|examples|e2e|tools|bench)/', pathNot: ['^examples/$1/', '^packages/haykal/'] },
    },
    {
      name: 'stories-stand-outside',
      severity: 'error',
      comment:
        'End-to-end stories speak only HTTP and the page, as a stranger would. All they may ask the tools is where things are.',
      from: { path: '^e2e/' },
      to: { path: '^(?:apps|packages|examples|tools|bench)/', pathNot: '^tools/steps/target\\.mjs$' },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'Another package is imported by its name, through its exports, not by a path into its folder.',
      from: { path: '^(apps|packages|examples)/([^/]+)/' },
      to: { path: '^(?:apps|packages|examples)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-server-in-the-browser',
      severity: 'error',
      comment:
        'The browser must never load server code. Move what both sides need into a file without server imports, or fetch it over the contract.',
      from: { path: inBrowser, pathNot: '\\.test\\.tsx?$' },
      to: { path: onServerOnly, reachable: true },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'These files import each other in a circle. Move what they share into a file of its own.',
      from: {},
      // Types may: they are gone when the program runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads nowhere. Name the package in the package.json of this folder, or mend the path.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-in-production',
      severity: 'error',
      comment: 'Only tests import tests.',
      from: { pathNot: ['\\.(?:test|e2e)\\.(?:tsx?|mjs)$', '/testing/', '^packages/haykal/src/testing\\.ts$'] },
      to: { path: ['\\.(?:test|e2e)\\.(?:tsx?|mjs)$', '^packages/haykal/src/testing[./]'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|\\.haykal)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
