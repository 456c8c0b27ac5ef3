/** Puts the licences of the fonts beside them, as the SIL Open Font License asks. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const fonts = ['@fontsource-variable/inter', '@fontsource-variable/vazirmatn']
const require = createRequire(import.meta.url)

/** The plugin; only for builds. */
export function fontLicences(): Plugin {
  return {
    name: 'haykal:font-licences',
    apply: 'build',
    async generateBundle() {
      const texts = await Promise.all(fonts.map((font) => readFile(require.resolve(`${font}/LICENSE`), 'utf8')))
      const source = texts.join(`\n${'-'.repeat(80)}\n\n`)
      this.emitFile({ type: 'asset', fileName: 'assets/fonts-license.txt', source })
    },
  }
}
