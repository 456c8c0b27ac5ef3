/** Reads a file of text piece by piece, in the encoding that it says itself or that it is said to be in. */
import { createReadStream } from 'node:fs'
import { Mistake } from '../mistake.ts'

/** A file and how it is written. */
export interface TextFile {
  readonly path: string
  /** A name that `TextDecoder` knows; absent: UTF-8. A mark at the beginning of the file counts more. */
  readonly encoding?: string | undefined
}

/** Bytes that are read at once. */
const chunkSize = 256 * 1024

/** The text. Throws `Mistake` for what cannot be read, is no text, or is not in the encoding: with the line. */
export async function* readText(file: TextFile): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const chunk of bytesOf(file.path)) {
    if (!decoder) expectText(file, chunk)
    decoder ??= decoderFor(file, chunk, { fatal: true })
    yield await decoded(file, () => decoder?.decode(chunk, { stream: true }) ?? '')
  }
  yield await decoded(file, () => decoder?.decode() ?? '')
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: chunkSize }) as AsyncIterable<Buffer>
  } catch (cause) {
    throw new Mistake(`${path} cannot be read: check the path and its permissions.`, cause)
  }
}

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

function decoderFor({ encoding = 'utf-8' }: TextFile, start: Buffer, options: TextDecoderOptions): TextDecoder {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))
  try {
    return new TextDecoder(mark?.encoding ?? encoding, options)
  } catch (cause) {
    throw new Mistake(
      `"${encoding}" is no encoding that is known here: there are utf-8, utf-16le, windows-1252, windows-1256, iso-8859-6 and the others of the web.`,
      cause,
    )
  }
}

/** Tells files of other programs from text: read as text they would only be full of odd characters. */
function expectText(file: TextFile, start: Buffer): void {
  if (start.subarray(0, 2).toString('latin1') === 'PK')
    throw new Mistake(`${file.path} is a spreadsheet or another packed file, not CSV: save it as CSV first.`)
  const isWide = decoderFor(file, start, {}).encoding.startsWith('utf-16')
  if (!isWide && start.includes(0))
    throw new Mistake(
      `${file.path} is no text: save it as CSV first. If it is CSV in UTF-16, say so with --encoding utf-16le.`,
    )
}

async function decoded(file: TextFile, decode: () => string): Promise<string> {
  try {
    return decode()
  } catch (cause) {
    const { encoding, line } = await findWrong(file)
    throw new Mistake(
      `${file.path} is not in ${encoding}: line ${line} has bytes that mean nothing there. Say in which encoding it is, such as --encoding windows-1256.`,
      cause,
    )
  }
}

/** The first line that is not in the encoding. */
async function findWrong(file: TextFile): Promise<{ readonly encoding: string; readonly line: number }> {
  let decoder: TextDecoder | undefined
  let line = 1
  for await (const chunk of bytesOf(file.path)) {
    decoder ??= decoderFor(file, chunk, {})
    const text = decoder.decode(chunk, { stream: true })
    const wrong = text.indexOf('\ufffd')
    line += linesIn(wrong === -1 ? text : text.slice(0, wrong))
    if (wrong !== -1) break
  }
  return { encoding: (decoder?.encoding ?? 'utf-8').toUpperCase(), line }
}

function linesIn(text: string): number {
  return text.match(/\n/g)?.length ?? 0
}
