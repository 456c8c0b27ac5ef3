/** Compresses an answer for whoever accepts that: a phone waits for every kilobyte of the first one. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { choosePacking, encodingNames } from '../pages/choose-packing.ts'
import type { Packing } from '../pages/web-build.ts'

// Small enough soon enough: higher levels take several times as long for a tenth less.
const pack: { readonly [packing in Packing]: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>> } = {
  br: async (bytes) =>
    new Uint8Array(await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })),
  gz: async (bytes) => new Uint8Array(await promisify(gzip)(bytes)),
}

/** The answer, compressed as the browser accepts it; as it is for one that accepts nothing. */
export async function packAnswer(answer: Response, acceptEncoding: string | undefined): Promise<Response> {
  const { status, headers } = answer
  headers.append('Vary', 'Accept-Encoding')
  const packing = choosePacking(acceptEncoding, ['br', 'gz'])
  if (packing === undefined) return answer
  headers.set('Content-Encoding', encodingNames[packing])
  return new Response(await pack[packing](new Uint8Array(await answer.arrayBuffer())), { status, headers })
}
