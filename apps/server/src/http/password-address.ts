/** Where somebody sets their password with a one-time token. */
import type { PasswordLink } from '@haykal/auth'
import type { PersonLink } from '@haykal/contract'

/** The path of a link, its token behind the `#`: where neither servers nor proxies nor the next page see it. */
export function passwordAddress({ token, expiresAt }: PasswordLink): PersonLink {
  return { path: `/-/password#${token}`, expiresAt }
}
