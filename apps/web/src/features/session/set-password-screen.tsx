/** Where somebody sets their password, with the one-time address that an owner handed them. */
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { type FormEvent, useState } from 'react'
import { useTitle } from '../boot/use-title.ts'
import { errorText, missingTexts, problemTexts } from '../problems/error-text.ts'
import { NewPasswordField } from './credential-fields.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Failure } from './failure.tsx'
import { useSetPassword } from './sign-in.ts'
import { useProblemFocus } from './use-problem-focus.ts'

/** The screen; `token` comes with the address. */
export function SetPasswordScreen({ token }: { readonly token: string | undefined }) {
  const { t } = useLocale()
  useTitle(t('roster.passwordTitle'))
  if (!token) return <Door title={t('setup.noTokenTitle')} text={t('roster.noTokenText')} />
  return (
    <Door title={t('roster.passwordTitle')} text={t('roster.passwordText')}>
      <SetPasswordForm token={token} />
    </Door>
  )
}

function SetPasswordForm({ token }: { readonly token: string }) {
  const { t } = useLocale()
  const [password, setPassword] = useState('')
  const [attempt, setAttempt] = useState(0)
  const send = useSetPassword()
  const form = useProblemFocus(attempt, send.error)
  const missing = missingTexts(t, { password })
  const problems = { ...problemTexts(t, send.error), ...(attempt > 0 && missing) }
  const others = Object.entries(problems).flatMap(([name, texts]) => (name === 'password' ? [] : texts))
  const failure = send.isError && Object.keys(problems).length === 0 ? [errorText(t, send.error)] : others
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (password.trim() !== '' && !send.isPending) send.mutate({ token, password })
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Failure texts={failure} />
      <NewPasswordField
        name="password"
        autoFocus
        problems={problems.password}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="primary" wide aria-disabled={send.isPending}>
        {send.isPending ? t('roster.settingPassword') : t('roster.setPassword')}
      </Button>
    </form>
  )
}
