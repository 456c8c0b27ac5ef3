/** Signs one of the sample people in, as a benchmark's caller. */
import { password } from '../e2e/fixtures/haykal-server.ts'

/** Gives the cookies of the session. */
export async function signIn(url: string, { email }: { readonly email: string }): Promise<string> {
  const response = await fetch(`${url}/api/v1/-/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}
