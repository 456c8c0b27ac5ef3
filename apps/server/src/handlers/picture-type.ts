/** Tells a picture by its first bytes, as browsers do. SVG is left out on purpose: it is a document that can run scripts. */

/** A kind of picture that browsers show and that holds nothing but a picture. */
export interface PictureType {
  readonly mediaType: string
  /** Of a file of this kind, without the dot. */
  readonly extension: string
}

interface Signature extends PictureType {
  matches(bytes: Uint8Array): boolean
}

/** From "matching an image type pattern" of https://mimesniff.spec.whatwg.org/; AVIF is in no such table (see below). */
const signatures: readonly Signature[] = [
  { mediaType: 'image/png', extension: 'png', matches: (bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n') },
  { mediaType: 'image/jpeg', extension: 'jpg', matches: (bytes) => startsWith(bytes, '\xff\xd8\xff') },
  {
    mediaType: 'image/gif',
    extension: 'gif',
    matches: (bytes) => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'),
  },
  {
    mediaType: 'image/webp',
    extension: 'webp',
    matches: (bytes) => startsWith(bytes, 'RIFF') && latin(bytes, 8, 14) === 'WEBPVP',
  },
  { mediaType: 'image/avif', extension: 'avif', matches: isAvif },
  { mediaType: 'image/bmp', extension: 'bmp', matches: (bytes) => startsWith(bytes, 'BM') },
]

/** What picture the bytes are; undefined for what is none that is safe to show. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  return signatures.find(({ matches }) => matches(bytes))
}

/** More brands than any encoder writes. */
const longestBrands = 256

/**
 * A file type box whose brands name AVIF: https://aomediacodec.github.io/av1-avif/#brands, in the box of ISO/IEC 14496-12, 4.3
 * (size, `ftyp`, major brand, version, then compatible brands of four bytes each).
 */
function isAvif(bytes: Uint8Array): boolean {
  if (latin(bytes, 4, 8) !== 'ftyp') return false
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const box = latin(bytes, 8, Math.min(size, longestBrands))
  const brands = [box.slice(0, 4), ...(box.slice(8).match(/.{4}/gs) ?? [])]
  return brands.some((brand) => brand === 'avif' || brand === 'avis')
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return latin(bytes, 0, start.length) === start
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
