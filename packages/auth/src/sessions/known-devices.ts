/** Remembers, on a device itself, who has signed in there before: a signed text that proves nothing but this. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes and checks the proofs of known devices. */
export interface KnownDevices {
  /** A new proof that the person signed in on this device. */
  prove(personId: string): string
  /** The device's own name when the proof is ours and of this person; else undefined. */
  check(proof: string | undefined, personId: string): string | undefined
}

/** Known devices, signed with the server's secret. */
export function createKnownDevices(secret: string): KnownDevices {
  const sign = (device: string, personId: string) =>
    createHmac('sha256', secret).update(`known device\0${device}\0${personId}`).digest('base64url')
  return {
    prove(personId) {
      const device = randomBytes(16).toString('base64url')
      return `${device}.${sign(device, personId)}`
    },
    check(proof, personId) {
      const [device, signature, ...rest] = proof?.split('.') ?? []
      if (!device || !signature || rest.length > 0) return undefined
      const [expected, given] = [Buffer.from(sign(device, personId)), Buffer.from(signature)]
      return expected.length === given.length && timingSafeEqual(expected, given) ? device : undefined
    },
  }
}
