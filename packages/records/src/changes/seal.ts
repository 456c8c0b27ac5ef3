/** Keeps the values of sensitive fields in the history so that they can be restored, but not read from the database: the key lies elsewhere. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import { type AnyRecord, isJsonObject } from '@haykal/model'

/** The sensitive values of one record, before and after. */
export interface SealedImages {
  readonly before?: AnyRecord
  readonly after?: AnyRecord
  readonly held?: AnyRecord
}

/** What seals and opens. */
export interface Seal {
  /** `place` is told again to open: what was sealed in one place cannot be opened in another. */
  seal(images: SealedImages, place: string): string
  /** Undefined for what was sealed with another key, in another place, or was changed since. */
  open(sealed: string, place: string): SealedImages | undefined
}

/**
 * AES-256-GCM, its nonce a keyed hash of what is sealed and where, as in synthetic initialization vectors (RFC 5297 §3): it comes again for the same
 * values in the same place only, and then so does the whole. So the values of a record that are as they were need not be opened to be known again.
 */
const algorithm = 'aes-256-gcm'
const sizes = { key: 32, nonce: 12, tag: 16 } as const

/** What was sealed last is often sealed again a moment later. */
const mostRemembered = 1_000

const seals = new Map<string, Seal>()

/** The seal of a secret. */
export function sealOf(secret: string): Seal {
  const known = seals.get(secret) ?? createSeal(secret)
  seals.set(secret, known)
  return known
}

function createSeal(secret: string): Seal {
  // As an object it is prepared once, not for every change.
  const keyFor = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, sizes.key)))
  const [key, nonceKey] = [keyFor('haykal history'), keyFor('haykal history nonce')]
  const sealedLast = new Map<string, string>()
  return {
    seal(images, place) {
      const plain = JSON.stringify(images)
      // Neither has a line end in it, as JSON has none.
      const both = `${place}\n${plain}`
      const known = sealedLast.get(both)
      if (known !== undefined) return known
      const whole = JSON.stringify([place, plain])
      const nonce = createHmac('sha256', nonceKey).update(whole).digest().subarray(0, sizes.nonce)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
      if (sealedLast.size >= mostRemembered) sealedLast.clear()
      sealedLast.set(both, sealed)
      return sealed
    },
    open(sealed, place) {
      try {
        const bytes = Buffer.from(sealed, 'base64')
        // What is no base64 is skipped when it is read: only the one text that was given is taken.
        if (bytes.toString('base64') !== sealed) return undefined
        const nonce = bytes.subarray(0, sizes.nonce)
        const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: sizes.tag })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(sizes.nonce, sizes.nonce + sizes.tag))
        const text = Buffer.concat([decipher.update(bytes.subarray(sizes.nonce + sizes.tag)), decipher.final()])
        const images: unknown = JSON.parse(text.toString('utf8'))
        return isJsonObject(images) ? (images as SealedImages) : undefined
      } catch {
        return undefined
      }
    },
  }
}
