/** Hands what an address says to the screens in front of the application. */
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { SetPasswordScreen } from './set-password-screen.tsx'
import { SetUpScreen } from './set-up-screen.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import { tokenOf } from './token-of.ts'

const signIn = getRouteApi('/-/sign-in')

/** `/-/sign-in?next=…` */
export function SignInRoute() {
  const { next, ended } = signIn.useSearch()
  return <SignInScreen next={next} hasEnded={ended === 'yes'} />
}

/** `/-/setup#token=…` */
export function SetUpRoute() {
  return <SetUpScreen token={useToken('/-/setup')} />
}

/** `/-/password#…` */
export function SetPasswordRoute() {
  return <SetPasswordScreen token={useToken('/-/password')} />
}

/** The token in the address of a screen. */
function useToken(path: string): string | undefined {
  const router = useRouter()
  const [token] = useState(() => tokenOf(window.location.hash, window.location.search))
  // The token is in the screen's hands now; left in the address it would stay in the history.
  useEffect(() => {
    if (window.location.hash || window.location.search) router.history.replace(path)
  }, [router, path])
  return token
}
