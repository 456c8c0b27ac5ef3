import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MarkdownText } from './markdown-text.tsx'

const shown = (text: string) => renderToStaticMarkup(createElement(MarkdownText, { text, plain: 'as written' }))

test('shows headings, lists, emphasis, code and quotes', () => {
  const html = shown('# A\n\n1. *b*\n2. **c**\n\n> `d`\n\n```\ne\n```')
  for (const part of [
    '<h2 data-depth="1">A</h2>',
    '<em>b</em>',
    '<strong>c</strong>',
    '<blockquote>',
    '<pre dir="ltr"><code>e',
  ]) {
    expect(html).toContain(part)
  }
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <b onclick="alert(1)">b</b>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&#58;alert(1))',
  '[a](data:text/html,x)',
  '[a](//example.com)',
  '[a](vbscript:x "t")',
  '<javascript:alert(1)>',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '![a](javascript:alert(1))',
  '![a](https://example.com/pixel.png)',
  '[a](mailto:a@example.com?bcc=b@example.com)',
  '[a](https://bank.example@evil.example)',
])('makes nothing but words and safe links of %j', (text) => {
  const html = shown(text)
  expect(html).not.toMatch(/<(?!\/?(?:div|p|a|em|strong|code)\b)/)
  expect(html).not.toMatch(/<[^>]* on\w+=/)
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/example\.com\//)
})

test('leads to pages and to mail, by references too', () => {
  expect(shown('[a](https://example.com/x)')).toContain('<a href="https://example.com/x" target="_blank"')
  expect(shown('<layla@example.com>')).toContain('<a href="mailto:layla@example.com">')
  expect(shown('[a][b]\n\n[B]: https://example.com/y')).toContain('href="https://example.com/y"')
})

test('leaves out no level of headings, whichever the text begins with', () => {
  const levels = [...shown('### a\n\n# b\n\n#### c\n\n> ###### d').matchAll(/<h(\d)/g)].map(([, level]) => level)
  expect(levels).toEqual(['2', '2', '3', '4'])
})

test.each(['>', '*a_ ', '[', '![', '`', '<', '- ', 'a**b', '[a](', '> > - '])(
  'shows a hundred thousand characters of %j soon, or as they are',
  (piece) => {
    const started = performance.now()
    expect(shown(piece.repeat(100_000 / piece.length))).not.toBe('')
    expect(performance.now() - started).toBeLessThan(2000)
  },
)
