/** Packs every text asset once, at build time, as small as it gets: the server only sends what lies there. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const isText = (name: string) => /\.(?:html|js|css|svg|txt|json)$/.test(name)

/** A text as small as Brotli makes it. */
export function packBrotli(text: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })
}

/** Writes `.br` and `.gz` beside every text file of a folder; what is in hidden folders stays as it is. */
export async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name.startsWith('.') ? undefined : compressFolder(path)
      if (isText(entry.name)) await compressFile(path)
    }),
  )
}

async function compressFile(path: string): Promise<void> {
  const text = await readFile(path)
  const [brotli, gzipped] = await Promise.all([packBrotli(text), promisify(gzip)(text, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)])
}
