/** Chooses how to pack an answer, from what a browser accepts. */
import type { Packing } from './web-build.ts'

/** What each packing is called in headers. */
export const encodingNames: { readonly [packing in Packing]: string } = { br: 'br', gz: 'gzip' }

/** The first packing of `available` that the browser accepts; undefined: send it as it is. */
export function choosePacking(acceptEncoding: string | undefined, available: readonly Packing[]): Packing | undefined {
  if (acceptEncoding === undefined) return undefined
  const weights = new Map(acceptEncoding.toLowerCase().split(',').map(readWeight))
  return available.find((packing) => (weights.get(encodingNames[packing]) ?? weights.get('*') ?? 0) > 0)
}

/** `gzip;q=0.5` is gzip, half as welcome. */
function readWeight(item: string): [name: string, weight: number] {
  const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
}
