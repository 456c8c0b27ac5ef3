/** Hands what an address says to the screens in front of the application. */
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
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
  const router = useRouter()
  const [token] = useState(() => tokenOf(window.location.hash, window.location.search))
  // The token is in the screen's hands now; left in the address it would stay in the history.
  useEffect(() => {
    if (window.location.hash || window.location.search) router.history.replace('/-/setup')
  }, [router])
  return <SetUpScreen token={token} />
}
