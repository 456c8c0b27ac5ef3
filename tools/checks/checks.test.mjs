/** Our own checks refuse what they are for, and nothing else. */
import { describe, expect, it } from 'vitest'
import { judge } from './boundaries.mjs'
import { unusedKeys } from './catalogue-keys.mjs'
import { engineNames } from './engine-names.mjs'
import { fieldKinds } from './field-kinds.mjs'
import { logicalStyles } from './logical-styles.mjs'
import { screenTexts } from './screen-texts.mjs'
import { findingsIn } from './sources.mjs'

describe('directions in styles', () => {
  it.each([
    '.a { margin-left: 1px }',
    '.a { left: 0 }',
    '.a { border-top-right-radius: 2px }',
    '.a { text-align: right; }',
    '.a { float: left }',
  ])('refuses %s', (text) => {
    expect(findingsIn(logicalStyles, 'packages/ui/src/a.css', text)).toHaveLength(1)
  })

  it.each(['<p style={{ marginLeft: 4 }} />', '<p style={{ top: 0, right: 4 }} />'])('refuses %s', (text) => {
    expect(findingsIn(logicalStyles, 'packages/ui/src/a.tsx', text)).toHaveLength(1)
  })

  it.each([
    '.a { margin-inline-start: 1px; text-align: start }',
    '.left-over { color: red }',
    '/* left: 0 */ .a { --left-edge: 0 }',
  ])('lets %s pass', (text) => {
    expect(findingsIn(logicalStyles, 'packages/ui/src/a.css', text)).toEqual([])
  })
})

describe('field kinds', () => {
  it.each([
    "if (field.kind === 'relation') return",
    "if ('json' !== field.kind) return",
    "const isDate = column.field?.kind === 'date'",
    "switch (field.kind) {\n  case 'text':",
    "fields.filter((one) => one.kind == 'boolean')",
  ])('refuses %s', (text) => {
    expect(findingsIn(fieldKinds, 'packages/records/src/a.ts', text)).toHaveLength(1)
  })

  it.each([
    "if (column.kind === 'integer') return",
    "if (problem.kind === 'conflict') return",
    "if (kind === 'date') return",
    "// field.kind === 'text' is not for us",
    "switch (node.kind) {\n  case 'and':",
  ])('lets %s pass', (text) => {
    expect(findingsIn(fieldKinds, 'packages/records/src/a.ts', text)).toEqual([])
  })

  it('tells the line', () => {
    expect(findingsIn(fieldKinds, 'packages/records/src/a.ts', "\n\nfield.kind === 'text'")[0]).toContain('a.ts:3')
  })
})

describe('engine names', () => {
  it.each(["if (engine.name === 'sqlite') return", "case 'postgres':", "address.startsWith('postgres://')"])(
    'refuses %s',
    (text) => {
      expect(findingsIn(engineNames, 'packages/records/src/a.ts', text)).toHaveLength(1)
    },
  )

  it.each(['if (engine.canReturn) return', "const extensions = ['sqlite', 'db']"])('lets %s pass', (text) => {
    expect(findingsIn(engineNames, 'packages/records/src/a.ts', text)).toEqual([])
  })

  it('does not look into the folder of the engines', () => {
    expect(engineNames.reads('packages/database/src/engines/sqlite/open.ts')).toBe(false)
    expect(engineNames.reads('packages/database/src/open-database.ts')).toBe(true)
  })
})

describe('texts in the catalogues', () => {
  it.each([
    '<p>Nothing here</p>',
    '<p>{"Nothing here"}</p>',
    "<p>{isEmpty ? 'Nothing' : t('list.count')}</p>",
    `<p>{\`\${count} records\`}</p>`,
    '<input placeholder="Search" />',
    "<Button label={isOpen ? 'Close' : t('app.close')} />",
    '<img alt="بيت" />',
    '<>{names.map((name) => <b key={name}>by {name}</b>)}</>',
  ])('refuses %s', (text) => {
    expect(findingsIn(screenTexts, 'apps/web/src/a.tsx', text)).toHaveLength(1)
  })

  it.each([
    "<p>{t('list.count')} · {count} {'–'}</p>",
    '<p className="grow" data-kind="text" role="status">{name}</p>',
    '<kbd>Ctrl S</kbd>',
    "<p>{kind === 'open' ? one : other}</p>",
    '<Button label={t(\'app.close\')} icon="close" />',
    "const problem = { title: 'not for a screen' }",
  ])('lets %s pass', (text) => {
    expect(findingsIn(screenTexts, 'apps/web/src/a.tsx', text)).toEqual([])
  })

  it('names the text and the line', () => {
    expect(findingsIn(screenTexts, 'apps/web/src/a.tsx', '\n<p>Nothing</p>')[0]).toContain('a.tsx:2  “Nothing”')
  })
})

describe('texts that are used', () => {
  const texts = {
    list: { count: '{count}', new: 'New' },
    operator: { eq: 'is' },
    error: { locked: 'Locked', other: '?' },
  }

  it('finds keys that nothing asks for', () => {
    expect(unusedKeys(texts, "t('list.count')")).toEqual(['list.new', 'operator.eq', 'error.locked'])
  })

  it('knows keys that are put together, and codes', () => {
    const source = `t('list.count') t('list.new') t(\`operator.\${name}\`) { code: 'locked' }`
    expect(unusedKeys(texts, source)).toEqual([])
  })
})

describe('boundaries', () => {
  const report = (/** @type {string[]} */ sources) =>
    JSON.stringify({ summary: { violations: [] }, modules: sources.map((source) => ({ source })) })

  it('fails when the checker saw nothing, or less than there is', () => {
    expect(judge(report([]), 2).ok).toBe(false)
    expect(judge(report(['packages/model/src/a.ts']), 2).ok).toBe(false)
    expect(judge('', 2).ok).toBe(false)
  })

  it('passes when it saw everything', () => {
    expect(judge(report(['packages/model/src/a.ts', 'packages/model/src/b.ts']), 2).ok).toBe(true)
  })
})
