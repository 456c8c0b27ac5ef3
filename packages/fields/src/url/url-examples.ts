/** Examples of addresses of web pages. */
import type { FieldKindExamples } from '../testing/field-kind-examples.ts'
import type { UrlOptions } from './url.ts'

/** What addresses take, refuse and read. */
export const urlExamples: FieldKindExamples<UrlOptions> = {
  options: {},
  accepted: [
    { input: 'https://example.com/' },
    { input: 'HTTPS://Example.COM', value: 'https://example.com/' },
    { input: 'http://example.com:8080/a/../b?q=1#top', value: 'http://example.com:8080/b?q=1#top' },
    { input: ' https://example.com/x y ', value: 'https://example.com/x%20y' },
    { input: 'https://ar.example.com/هيكل', value: 'https://ar.example.com/%D9%87%D9%8A%D9%83%D9%84' },
    { input: 'https://مثال.مصر/', value: 'https://xn--mgbh0fb.xn--wgbh1c/' },
  ],
  refused: [
    { input: 7, code: 'wrong_type' },
    { input: 'https://example.com/\ud83d', code: 'wrong_type' },
    { input: 'javascript:alert(1)', code: 'bad_url' },
    { input: 'JavaScript://example.com/%0Aalert(1)', code: 'bad_url' },
    { input: 'java\u200bscript:alert(1)', code: 'bad_url' },
    { input: 'data:text/html,hello', code: 'bad_url' },
    { input: 'ftp://example.com/', code: 'bad_url' },
    { input: '//example.com/', code: 'bad_url' },
    { input: 'https:example.com', code: 'bad_url' },
    { input: 'https://', code: 'bad_url' },
    { input: 'https:///example.com', code: 'bad_url' },
    { input: 'https://bank.example@evil.example/', code: 'bad_url' },
    { input: 'https://layla:secret@example.com/', code: 'bad_url' },
    { input: 'example.com', code: 'bad_url' },
    { input: `https://example.com/${'a'.repeat(2000)}`, code: 'too_long' },
    { input: 'https://example.com/long', options: { maxLength: 20 }, code: 'too_long' },
  ],
  typed: [
    { text: 'example.com', value: 'https://example.com/' },
    { text: ' www.example.com/offers?x=1 ', value: 'https://www.example.com/offers?x=1' },
    { text: 'example.com:8080', value: 'https://example.com:8080/' },
    { text: 'http://example.com', value: 'http://example.com/' },
  ],
  mistyped: [
    { text: 'our site', code: 'bad_url' },
    { text: 'javascript:alert(1)', code: 'bad_url' },
    { text: 'layla@example.com', code: 'bad_url' },
  ],
  badOptions: [{ maxLength: 0 }, { default: 'javascript:alert(1)' }],
}
