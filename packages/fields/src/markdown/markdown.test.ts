import { expect, test } from 'vitest'
import { describeFieldKind } from '../testing/describe-field-kind.ts'
import { firstLine } from './first-line.ts'
import { markdownKind } from './markdown.ts'
import { markdownExamples } from './markdown-examples.ts'

describeFieldKind(markdownKind, markdownExamples)

test.each([
  ['# Lamp #\n\ntext', 'Lamp'],
  ['\n\n---\n```ts\n', ''],
  ['---\n\n> - **Copper** lamp', 'Copper lamp'],
  ['1. *One* and `two`', 'One and two'],
  ['see [the page](https://example.com/a_b) and ![a lamp](lamp.png)', 'see the page and a lamp'],
  ['[a]: https://example.com\n[a][a] <https://example.com>', 'a https://example.com'],
  ['snake_case_name and 2 \\* 3', 'snake_case_name and 2 * 3'],
  ['__العناية__ بالمصباح', 'العناية بالمصباح'],
])('shows of %j the line %j', (text, line) => {
  expect(firstLine(text)).toBe(line)
})

test('finds the first line of anything at once', () => {
  for (const piece of ['[', '*a_ ', '> ', '- ', '![](', '`', '_', '<https:']) {
    const started = performance.now()
    firstLine(piece.repeat(25_000))
    expect(performance.now() - started, piece).toBeLessThan(100)
  }
})
