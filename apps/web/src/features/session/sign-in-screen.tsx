/** Where people sign in. */

import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { type FormEvent, useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { errorText, missingTexts, problemTexts } from '../problems/error-text.ts'
import { LineField, PasswordField } from './credential-fields.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Failure } from './failure.tsx'
import { useSignIn } from './sign-in.ts'
import { useProblemFocus } from './use-problem-focus.ts'

/** The properties of the screen. */
export interface SignInScreenProps {
  /** Where the person wanted to go; absent: to the start. */
  readonly next: string | undefined
  /** They were signed in until a moment ago. */
  readonly hasEnded: boolean
}

/** The screen. */
export function SignInScreen({ next, hasEnded }: SignInScreenProps) {
  const { t, language } = useLocale()
  const project = labelIn(useBoot().project.name, language)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useSignIn(next)
  const [attempt, setAttempt] = useState(0)
  const isAsked = attempt > 0
  const form = useProblemFocus(attempt, signIn.error)
  const problems = { ...problemTexts(t, signIn.error), ...(isAsked && missingTexts(t, { email, password })) }
  useTitle(t('session.signInTitle'))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (email !== '' && password !== '' && !signIn.isPending) signIn.mutate({ email, password })
  }

  return (
    <Door title={t('session.signInTitle')} text={t('session.signInTo', { project })}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        {hasEnded && !signIn.isError && <p className={styles.notice}>{t('session.ended')}</p>}
        <Failure texts={signIn.isError && Object.keys(problems).length === 0 ? [errorText(t, signIn.error)] : []} />
        <LineField
          label={t('session.email')}
          problems={problems.email}
          type="email"
          name="email"
          autoComplete="username"
          dir="ltr"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={t('session.password')}
          problems={problems.password}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" wide aria-disabled={signIn.isPending}>
          {signIn.isPending ? t('session.signingIn') : t('session.signIn')}
        </Button>
      </form>
    </Door>
  )
}
